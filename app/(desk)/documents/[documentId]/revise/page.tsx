import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DocumentFields } from '@/components/document/document-fields'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readDocument, readDocumentForm } from '@/lib/documents/queries'
import { isId } from '@/lib/ids'
import { publish } from '../../actions'

type Props = { params: Promise<{ documentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('revise') }
}

/** The next version of a document; the one before stays readable. */
export default async function RevisePage({ params }: Props) {
  const { documentId } = await params
  if (!isId(documentId)) notFound()
  const t = await getTranslations('documents')
  const viewer = await requireViewer()
  const organisations = await forPage(readDocumentForm(viewer))
  const before = await forPage(readDocument(viewer, documentId))
  if (before.standing !== 'inForce') notFound()
  return (
    <>
      <PageHead
        title={t('reviseOf', { title: before.title })}
        crumbs={[
          { label: t('title'), href: '/documents' },
          { label: before.title, href: `/documents/${documentId}` },
          { label: t('revise') },
        ]}
      />
      <Card narrow>
        <ActionForm
          action={publish}
          submit={t('form.submit')}
          draft={`document:${documentId}`}
          cancel={`/documents/${documentId}`}
        >
          <HiddenField name="supersedesId" value={documentId} />
          <DocumentFields today={viewer.today} organisations={organisations} before={before} />
        </ActionForm>
      </Card>
    </>
  )
}
