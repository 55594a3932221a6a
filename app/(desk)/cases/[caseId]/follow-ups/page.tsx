import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { InternalFields } from '@/components/case/internal-fields'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { holds } from '@/lib/access/viewer-types'
import { toDay } from '@/lib/dates'
import { readFollowUps } from '@/lib/follow-ups/queries'
import { formatDay } from '@/lib/i18n/format'
import { FollowUpResult } from '@/prisma/generated/enums'
import { recordFollowUp } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('followUps'))('title') }
}

/** 回访: records the next one that is due. */
export default async function FollowUpsPage({ params }: Props) {
  const { caseId } = await params
  const t = await getTranslations('followUps')
  const terms = await getTranslations('terms.followUpResult')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const kase = await forPage(readFollowUps(viewer, caseId))
  const next = kase.followUps.find((one) => one.doneOn === null)
  const back = `/cases/${caseId}/acceptance`
  if (kase.stage !== 'CLOSED' || !next) {
    return (
      <Notice title={t('title')} action={<TextLink href={back}>{t('back')}</TextLink>}>
        {t(kase.stage === 'CLOSED' ? 'allDone' : 'notClosed')}
      </Notice>
    )
  }
  return (
    <Card
      narrow
      title={t('recordTitle', { month: next.month, due: formatDay(toDay(next.dueOn), locale) })}
    >
      <ActionForm
        action={recordFollowUp}
        submit={t('save')}
        draft={`follow-up:${next.id}`}
        cancel={back}
      >
        <HiddenField name="caseId" value={caseId} />
        <HiddenField name="followUpId" value={next.id} />
        <HiddenField name="version" value={next.version} />
        <DateField
          name="doneOn"
          label={t('doneOn')}
          defaultValue={viewer.today}
          min={kase.closedOn ? toDay(kase.closedOn) : undefined}
          max={viewer.today}
        />
        <RadioField
          name="result"
          label={t('resultLabel')}
          options={Object.values(FollowUpResult).map((value) => ({
            value,
            label: terms(value),
            hint: t(`hints.${value}`),
          }))}
        />
        <TextAreaField name="text" label={t('textLabel')} />
        <InternalFields asksTownship={holds(viewer, 'COUNTY_OFFICE')} />
      </ActionForm>
    </Card>
  )
}
