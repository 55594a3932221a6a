import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SupervisionTabs } from '@/components/shell/supervision-tabs'
import { SurveyList } from '@/components/survey/survey-list'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { parseSurveyFilter, surveyListHref } from '@/lib/surveys/list-filter'
import { listSurveys } from '@/lib/surveys/queries'
import { SurveyKind, SurveyState } from '@/prisma/generated/enums'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

/** 民意测评: the rounds the viewer may know of, the newest first. */
export default async function SurveysPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('surveys')
  const terms = await getTranslations('terms.surveyKind')
  const viewer = await requireViewer()
  const { filter, ignored } = parseSurveyFilter(await searchParams)
  const { surveys, total, nextCursor, townships } = await forPage(listSurveys(viewer, filter))
  const { after, ...rest } = filter
  const filtered = Object.keys(rest).length > 0
  const runs = can(viewer, 'survey.run')
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t(runs ? 'lead' : 'leadPublished')}
        aside={<span className="muted">{t('countRounds', { count: total })}</span>}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <SupervisionTabs viewer={viewer} current="surveys" />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/surveys" clear={filtered ? '/surveys' : undefined}>
        <Field id="kind" label={t('kind')}>
          <Select
            {...wire('kind')}
            name="kind"
            defaultValue={rest.kind ?? ''}
            blank={t('all')}
            options={Object.values(SurveyKind).map((value) => ({ value, label: terms(value) }))}
          />
        </Field>
        {runs ? (
          <Field id="state" label={t('stands')}>
            <Select
              {...wire('state')}
              name="state"
              defaultValue={rest.state ?? ''}
              blank={t('all')}
              options={Object.values(SurveyState).map((value) => ({
                value,
                label: t(`state.${value}`),
              }))}
            />
          </Field>
        ) : null}
        <Field id="township" label={t('township')}>
          <Select
            {...wire('township')}
            name="township"
            defaultValue={rest.township ?? ''}
            blank={t('all')}
            options={townships.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </Filters>
      <Card flush>
        <SurveyList
          surveys={surveys}
          today={viewer.today}
          empty={
            <EmptyState title={t(filtered ? 'none' : 'empty')}>
              {filtered || !runs ? null : t('emptyText')}
            </EmptyState>
          }
        />
      </Card>
      <Pager
        first={after ? surveyListHref(rest) : undefined}
        next={nextCursor ? surveyListHref({ ...rest, after: nextCursor }) : undefined}
      />
    </>
  )
}
