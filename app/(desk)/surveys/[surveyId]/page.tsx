import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { SurveyFigures } from '@/components/survey/survey-figures'
import { SurveyState } from '@/components/survey/survey-state'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { DemoMark } from '@/components/village/demo-mark'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { readSurvey } from '@/lib/surveys/queries'
import { LotsCard } from './lots-card'
import { PaperCard } from './paper-card'
import { PublishForm } from './publish-form'

type Props = { params: Promise<{ surveyId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('one') }
}

/** One round: what it asks, how far it is, and, once closed, what came of it. */
export default async function SurveyPage({ params }: Props) {
  const { surveyId } = await params
  if (!isId(surveyId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readSurvey(viewer, surveyId))
  const { survey, result, village, township, runs, organised } = found
  const t = await getTranslations('surveys')
  const terms = await getTranslations('terms.surveyKind')
  const locale = await getLocale()
  const here = `/surveys/${surveyId}`
  const { state } = survey
  const round = t('roundOf', { kind: terms(survey.kind), number: survey.number })
  const day = (on: string | null) => (on ? formatDay(on, locale) : '')
  return (
    <div className="stack">
      <PageHead
        title={`${survey.villageName} · ${round}`}
        crumbs={[{ label: t('title'), href: '/surveys' }, { label: round }]}
        aside={
          <>
            <SurveyState state={state} />
            <DemoMark village={village} />
          </>
        }
        actions={
          <>
            {runs && state === 'OPEN' ? (
              <>
                <LinkButton href={`${here}/edit`}>{t('change')}</LinkButton>
                <LinkButton href={`${here}/close`} tone="primary">
                  {t('close')}
                </LinkButton>
              </>
            ) : null}
            {result?.shown ? <LinkButton href={`${here}/tally`}>{t('tally')}</LinkButton> : null}
            {runs && result?.shown ? (
              <LinkButton href={`/api${here}/figures`} download>
                {t('figures')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {runs && state === 'CLOSED' && result?.shown ? (
        <PublishForm surveyId={surveyId} version={survey.version} />
      ) : null}
      {result && !result.shown ? (
        <Notice tone="warn" title={t('tooFew')}>
          {t('tooFewText')}
        </Notice>
      ) : null}
      {result ? (
        <Card title={t('result')} aside={t('byRules', { version: result.ruleSetVersion })}>
          <SurveyFigures survey={survey} result={result} />
        </Card>
      ) : null}
      {organised && state === 'OPEN' ? (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <LotsCard survey={survey} lots={organised.lots} turnout={organised.turnout} />
          <PaperCard surveyId={surveyId} papers={organised.papers} />
        </div>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t('questions')}>
          <ol className="list-decimal ps-5">
            {survey.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
          {organised && state === 'OPEN' ? (
            <p className="muted pt-2 text-md">
              {t(organised.begun ? 'questionsFrozen' : 'questionsOpen')}
            </p>
          ) : null}
        </Card>
        <Card title={t('about')}>
          <Facts
            items={[
              { label: t('township'), value: township },
              { label: t('due'), value: String(survey.due) },
              ...(survey.kind === 'HOUSEHOLD'
                ? [
                    { label: t('samplingTitle'), value: t(`sampling.${survey.sampling}`) },
                    {
                      label: t('population'),
                      value: survey.population ? String(survey.population) : '',
                    },
                  ]
                : []),
              { label: t('samplingNote'), value: survey.samplingNote },
              {
                label: t('openedOn'),
                value: `${day(survey.openedOn)} ${survey.openedByName}`,
              },
              { label: t('endsOn'), value: day(survey.endsOn) },
              {
                label: t('closedOn'),
                value: `${day(survey.closedOn)} ${survey.closedByName}`.trim(),
              },
              {
                label: t('publishedOn'),
                value: `${day(survey.publishedOn)} ${survey.publishedByName}`.trim(),
              },
            ]}
          />
          <p className="screen-only pt-3 text-md">
            <TextLink href={`/cases/${survey.caseId}/supervision#surveys`}>{t('toCase')}</TextLink>
          </p>
        </Card>
      </div>
      {organised && organised.wishes.length > 0 ? (
        <Card title={t('wishes')} aside={t('wishesNote')}>
          <ul className="list-disc ps-5">
            {organised.wishes.map(({ id, wish }) => (
              <li key={id}>{wish}</li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  )
}
