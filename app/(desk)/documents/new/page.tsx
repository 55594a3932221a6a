import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DocumentFields } from '@/components/document/document-fields'
import { ActionForm } from '@/components/form/action-form'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readDocumentForm } from '@/lib/documents/queries'
import { publish } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('publish') }
}

export default async function NewDocumentPage() {
  const t = await getTranslations('documents')
  const viewer = await requireViewer()
  const organisations = await forPage(readDocumentForm(viewer))
  return (
    <>
      <PageHead
        title={t('publish')}
        crumbs={[{ label: t('title'), href: '/documents' }, { label: t('publish') }]}
      />
      <Card narrow>
        <ActionForm
          action={publish}
          submit={t('form.submit')}
          draft="document:new"
          cancel="/documents"
        >
          <DocumentFields today={viewer.today} organisations={organisations} />
        </ActionForm>
      </Card>
    </>
  )
}
