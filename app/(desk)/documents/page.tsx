import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DocumentTable } from '@/components/document/document-table'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select, TextInput } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { listDocuments } from '@/lib/documents/queries'
import { documentListHref, parseDocumentFilter } from '@/lib/documents/schema'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') }
}

/** 文件库: what the county has issued, the latest first. */
export default async function DocumentsPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('documents')
  const { filter, ignored } = parseDocumentFilter(await searchParams)
  const { documents, nextCursor, mayPublish } = await forPage(
    listDocuments(await requireViewer(), filter),
  )
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const publish = (
    <LinkButton tone="primary" href="/documents/new">
      {t('publish')}
    </LinkButton>
  )
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t('lead')}
        actions={
          <>
            {mayPublish ? publish : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/documents" clear={filtered ? '/documents' : undefined}>
        <Field id="q" label={t('q')}>
          <TextInput {...wire('q')} name="q" defaultValue={rest.q ?? ''} maxLength={60} />
        </Field>
        <Field id="state" label={t('stateLabel')}>
          <Select
            {...wire('state')}
            name="state"
            defaultValue={rest.state ?? ''}
            blank={t('state.inForce')}
            options={(['mine', 'all'] as const).map((value) => ({
              value,
              label: t(`state.${value}`),
            }))}
          />
        </Field>
      </Filters>
      <Card flush>
        {documents.length === 0 ? (
          <EmptyState
            title={t(filtered ? 'none' : 'empty')}
            action={filtered || !mayPublish ? null : publish}
          >
            {filtered ? null : t('emptyText')}
          </EmptyState>
        ) : (
          <DocumentTable documents={documents} />
        )}
      </Card>
      <Pager
        first={after ? documentListHref(rest) : undefined}
        next={
          nextCursor
            ? `${documentListHref(rest)}${filtered ? '&' : '?'}after=${nextCursor}`
            : undefined
        }
      />
    </>
  )
}
