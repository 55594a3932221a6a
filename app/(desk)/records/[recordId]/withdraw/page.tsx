import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { FixedRecord } from '@/components/record/fixed-record'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readRecord } from '@/lib/records/queries'
import { withdraw } from '../../actions'

type Props = { params: Promise<{ recordId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records'))('page.withdraw') }
}

/** The author takes a record back, with a reason. */
export default async function WithdrawRecordPage({ params }: Props) {
  const { recordId } = await params
  if (!isId(recordId)) notFound()
  const page = await forPage(readRecord(await requireViewer(), recordId))
  const { record, mayWithdraw, frozen } = page
  const t = await getTranslations('records')
  const terms = await getTranslations('terms.recordKind')
  const back = `/records/${recordId}`
  return (
    <>
      <PageHead
        title={t('page.title', { kind: terms(record.kind), village: record.village?.name ?? '' })}
        crumbs={[{ label: t('title'), href: '/records' }, { label: t('page.withdraw') }]}
      />
      {mayWithdraw ? (
        <Card narrow title={t('page.withdraw')}>
          <p className="muted pb-4 text-md">{t('page.withdrawLead')}</p>
          <ActionForm
            action={withdraw}
            submit={t('page.withdraw')}
            tone="danger"
            draft={`record-withdraw:${recordId}`}
            cancel={back}
          >
            <HiddenField name="recordId" value={recordId} />
            <HiddenField name="version" value={record.version} />
            <TextAreaField name="reason" label={t('page.reason')} rows={3} max={2000} />
          </ActionForm>
        </Card>
      ) : (
        <FixedRecord back={back} frozen={frozen} />
      )}
    </>
  )
}
