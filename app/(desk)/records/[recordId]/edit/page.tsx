import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { FixedRecord } from '@/components/record/fixed-record'
import { RecordFields } from '@/components/record/record-fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readRecordForm } from '@/lib/records/form-queries'
import { isApplied } from '@/lib/records/kinds'
import { readRecord } from '@/lib/records/queries'
import { edit } from '../../actions'

type Props = { params: Promise<{ recordId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records'))('page.edit') }
}

/** The author corrects a record; what it said before stays on the timeline. */
export default async function EditRecordPage({ params }: Props) {
  const { recordId } = await params
  if (!isId(recordId)) notFound()
  const viewer = await requireViewer()
  const { record, content, mayChange, frozen } = await forPage(readRecord(viewer, recordId))
  const t = await getTranslations('records')
  const terms = await getTranslations('terms.recordKind')
  const { kind, caseId, version } = record
  const back = `/records/${recordId}`
  const head = (
    <PageHead
      title={t('page.title', { kind: terms(kind), village: record.village?.name ?? '' })}
      crumbs={[{ label: t('title'), href: '/records' }, { label: t('page.edit') }]}
    />
  )
  if (!mayChange) {
    return (
      <>
        {head}
        <FixedRecord back={back} frozen={frozen} />
      </>
    )
  }
  const { chosen, offers } = await forPage(readRecordForm(viewer, kind, caseId))
  return (
    <>
      {head}
      <Card narrow>
        <ActionForm
          action={edit}
          submit={t('form.save')}
          size="lg"
          draft={`record:${recordId}:${version}`}
          cancel={back}
        >
          <HiddenField name="recordId" value={recordId} />
          <HiddenField name="version" value={version} />
          <HiddenField name="kind" value={kind} />
          <RecordFields
            kind={kind}
            today={viewer.today}
            problems={chosen?.id === caseId ? chosen.problems : []}
            measures={chosen?.id === caseId ? chosen.measures : []}
            offers={isApplied(kind) ? undefined : offers}
            content={content}
          />
        </ActionForm>
      </Card>
    </>
  )
}
