import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readDocument } from '@/lib/documents/queries'
import { isId } from '@/lib/ids'
import { repeal } from '../../actions'

type Props = { params: Promise<{ documentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('repeal') }
}

export default async function RepealDocumentPage({ params }: Props) {
  const { documentId } = await params
  if (!isId(documentId)) notFound()
  const t = await getTranslations('documents')
  const document = await forPage(readDocument(await requireViewer(), documentId))
  if (!document.mayPublish) forbidden()
  if (document.standing !== 'inForce') notFound()
  const title = t('repealOf', { title: document.title })
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('title'), href: '/documents' },
          { label: document.title, href: `/documents/${documentId}` },
          { label: t('repeal') },
        ]}
      />
      <Card narrow>
        <ActionForm action={repeal} submit={t('repeal')} cancel={`/documents/${documentId}`}>
          <HiddenField name="documentId" value={documentId} />
          <TextAreaField name="reason" label={t('reason')} rows={3} />
        </ActionForm>
      </Card>
    </>
  )
}
