import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FileOversight } from '@/components/attachment/file-oversight'
import { fileSize } from '@/components/attachment/file-size'
import { Thumbnail } from '@/components/attachment/thumbnail'
import { CheckboxField } from '@/components/form/choice-fields'
import { FileField, HiddenField, SelectField } from '@/components/form/fields'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { subjectHref } from '@/lib/attachments/hrefs'
import { readDocuments } from '@/lib/attachments/queries'
import { chooseable } from '@/lib/attachments/types'
import { formatInstant } from '@/lib/i18n/format'
import { addAttachment } from './actions'
import { type Subject, subjectsOf } from './subjects'
import { UploadForm } from './upload-form'

type Props = {
  params: Promise<{ caseId: string }>
  searchParams: Promise<{ subject?: string | string[] }>
}

const helpersOwn = ['CASE', 'MEASURE', 'PROGRESS']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attachments'))('title') }
}

/** 材料: signed scans by the record they belong to, and adding one. */
export default async function DocumentsPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const wanted = (await searchParams).subject
  const t = await getTranslations('attachments')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { kase, files, addable, isOffice } = await forPage(readDocuments(viewer, caseId))
  const subjects = await subjectsOf(kase, locale)
  const choices = subjects.filter((one) => isOffice || helpersOwn.includes(one.kind))
  const chosen = choices.map(refOf).find((ref) => ref === wanted)
  const nameOf = (kind: string, id: string) =>
    subjects.find((one) => one.kind === kind && one.id === id)?.name ?? t(`groups.${kind}` as never)
  return (
    <div className="two-col">
      <Card
        title={t('title')}
        flush={files.length > 0}
        aside={
          can(viewer, 'attachment.oversee') ? (
            <TextLink quiet href="/shared-photos">
              {t('twins.title')}
            </TextLink>
          ) : undefined
        }
      >
        <Table
          caption={t('title')}
          rows={files}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('none')} />}
          columns={[
            {
              head: t('name'),
              main: true,
              cell: (row) => (
                <div className="flex min-w-0 items-start gap-3">
                  <Thumbnail file={row} />
                  <div className="min-w-0">
                    {/* A file to save, not a page: no client navigation. */}
                    <a
                      href={`/api/attachments/${row.id}`}
                      className="break-all text-blue underline-offset-4 hover:underline"
                    >
                      {row.name}
                    </a>
                    {row.internal ? (
                      <span className="ms-2">
                        <Badge tone="brand">{t('internal.mark')}</Badge>
                      </span>
                    ) : null}
                    {row.withdrawn ? (
                      <span className="ms-2">
                        <Badge tone="amber">{t('withdrawn')}</Badge>
                      </span>
                    ) : null}
                    <div className="text-sm text-ink-2">
                      <FileOversight file={row} />
                    </div>
                  </div>
                </div>
              ),
            },
            {
              head: t('subject'),
              cell: (row) => (
                <TextLink href={subjectHref(row.subjectKind, caseId, row.subjectId)}>
                  {nameOf(row.subjectKind, row.subjectId)}
                </TextLink>
              ),
            },
            { head: t('size'), nowrap: true, cell: (row) => fileSize(row.bytes) },
            {
              head: t('by'),
              cell: (row) =>
                t('byOn', { name: row.uploadedByName, at: formatInstant(row.createdAt, locale) }),
            },
          ]}
        />
      </Card>
      {addable ? (
        <Card title={t('upload')} id="upload">
          <div className="grid gap-4">
            <Notice tone="warn">{t('warning')}</Notice>
            <p className="muted text-md">{t('uploadLead')}</p>
            <UploadForm action={addAttachment} submit={t('submit')} label={t('upload')}>
              <HiddenField name="caseId" value={caseId} />
              <SelectField
                name="subject"
                label={t('subject')}
                defaultValue={chosen ?? `CASE:${caseId}`}
                blank={false}
                options={choices.map((one) => ({
                  value: refOf(one),
                  label: one.name,
                  group: t(`groups.${one.kind}`),
                }))}
              />
              <FileField name="file" label={t('file')} accept={chooseable} />
              {isOffice ? (
                <CheckboxField name="internal" label={t('markInternal')} hint={t('markHint')} />
              ) : null}
            </UploadForm>
          </div>
        </Card>
      ) : null}
    </div>
  )
}

function refOf({ kind, id }: Subject): string {
  return `${kind}:${id}`
}
