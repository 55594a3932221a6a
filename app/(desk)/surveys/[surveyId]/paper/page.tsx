import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/choice-fields'
import { HiddenField, NumberField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readPaper } from '@/lib/surveys/queries'
import { settle, type } from '../../actions'

type Props = {
  params: Promise<{ surveyId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const codes = ['1', '2', '3', '4', '0', '9'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('typePaper') }
}

/** One paper ballot after the other; or, for one whose two typings differ, the third step. */
export default async function PaperPage({ params, searchParams }: Props) {
  const { surveyId } = await params
  if (!isId(surveyId)) notFound()
  const viewer = await requireViewer()
  const wanted = Number((await searchParams).number) || undefined
  const found = await forPage(readPaper(viewer, surveyId, wanted))
  const { survey, next, differing, open } = found
  if (survey.state !== 'OPEN') notFound()
  const t = await getTranslations('surveys')
  const back = `/surveys/${surveyId}`
  const number = differing?.number ?? next
  const choices = codes.map((value) => ({ value, label: t(`code.${value}`) }))
  return (
    <div className="stack">
      <PageHead
        title={differing ? t('settleTitle', { number }) : t('typePaper')}
        crumbs={[
          { label: t('title'), href: '/surveys' },
          { label: survey.villageName, href: back },
          { label: t('typePaper') },
        ]}
        lead={t(differing ? 'settleLead' : 'typeLead')}
        aside={t('typedSoFar', { typed: found.typed, twice: found.twice })}
      />
      {!differing && open.length > 0 ? (
        <Notice tone="warn">
          {t('differing')}{' '}
          {open.map((one) => (
            <span key={one} className="me-3">
              <TextLink href={`${back}/paper?number=${one}`}>
                {t('paperNumber', { number: one })}
              </TextLink>
            </span>
          ))}
        </Notice>
      ) : null}
      {differing ? (
        <Card flush title={t('bothTypings')}>
          <Table
            caption={t('bothTypings')}
            rows={[...survey.questions, t('wish')].map((question, index) => ({ question, index }))}
            rowKey={({ question }) => question}
            columns={[
              { head: t('questionHead'), main: true, cell: ({ question }) => question },
              ...[differing.first, differing.second].map((entry) => ({
                head: t('typedBy', { name: entry.byName }),
                cell: ({ index }: { index: number }) =>
                  index < survey.questions.length
                    ? t(`code.${String(entry.answers[index]) as '1'}`)
                    : entry.wish,
              })),
            ]}
          />
        </Card>
      ) : null}
      <Card narrow>
        {/* A form of its own for every number: nothing ticked stays behind. */}
        <ActionForm
          key={`${number}-${Boolean(differing)}`}
          action={differing ? settle : type}
          submit={t(differing ? 'settle' : 'saveNext')}
          cancel={back}
        >
          <HiddenField name="surveyId" value={surveyId} />
          {differing ? (
            <HiddenField name="number" value={number} />
          ) : (
            <NumberField
              whole
              name="number"
              label={t('number')}
              hint={t('numberHint')}
              defaultValue={number}
            />
          )}
          {survey.questions.map((question, index) => (
            <RadioField
              key={question}
              inline
              name={`answers.${index}`}
              label={`${index + 1}. ${question}`}
              defaultValue="0"
              options={choices}
            />
          ))}
          <TextAreaField name="wish" label={t('wish')} rows={2} max={1000} optional />
        </ActionForm>
      </Card>
    </div>
  )
}
