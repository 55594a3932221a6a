import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/choice-fields'
import { HiddenField } from '@/components/form/fields'
import { SurveyFields } from '@/components/survey/survey-fields'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { addDays } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { readOpening } from '@/lib/surveys/queries'
import { defaultQuestions } from '@/lib/surveys/rules'
import { SurveyKind } from '@/prisma/generated/enums'
import { open } from '../actions'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('open') }
}

/** Opens a round for a case. */
export default async function NewSurveyPage({ searchParams }: { searchParams: Search }) {
  const caseId = (await searchParams).case
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const { kase, open: possible } = await forPage(readOpening(viewer, caseId))
  const t = await getTranslations('surveys')
  const terms = await getTranslations('terms.surveyKind')
  const back = `/cases/${caseId}/supervision#surveys`
  const kinds = Object.values(SurveyKind).filter(
    (kind) => !kase.surveys.some((round) => round.kind === kind),
  )
  const { partyMembers, households } = kase.village
  return (
    <div className="stack">
      <PageHead
        title={t('openFor', { village: kase.village.name })}
        crumbs={[{ label: t('title'), href: '/surveys' }, { label: t('open') }]}
        lead={t('openLead', { members: partyMembers ?? '—', households: households ?? '—' })}
      />
      {possible && kinds.length > 0 ? (
        <Card narrow>
          <ActionForm action={open} submit={t('open')} draft={`survey:${caseId}`} cancel={back}>
            <HiddenField name="caseId" value={caseId} />
            <RadioField
              name="kind"
              label={t('kind')}
              defaultValue={kinds[0]}
              options={kinds.map((value) => ({
                value,
                label: terms(value),
                hint: t(`kindHint.${value}`),
              }))}
            />
            <SurveyFields
              today={viewer.today}
              wordingOpen
              defaults={{
                questions: defaultQuestions,
                sampling: 'ALL',
                samplingNote: '',
                endsOn: addDays(viewer.today, 7),
              }}
            />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {t(possible ? 'bothOpen' : 'notNow')}
        </Notice>
      )}
    </div>
  )
}
