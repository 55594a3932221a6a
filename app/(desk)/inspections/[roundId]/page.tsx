import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { RoundChecks } from '@/components/inspection/round-checks'
import { RoundFacts } from '@/components/inspection/round-facts'
import { DrawStateBadge, RoundStateBadge } from '@/components/inspection/round-state'
import { RoundVerbs } from '@/components/inspection/round-verbs'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { DemoMark } from '@/components/village/demo-mark'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { nearDay } from '@/lib/cases/light-words'
import { toDay } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { readRound } from '@/lib/inspections/queries'

type Props = { params: Promise<{ roundId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('one') }
}

/** One round: what it asks, how its villages came in, what became of its checks. */
export default async function RoundPage({ params }: Props) {
  const { roundId } = await params
  if (!isId(roundId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readRound(viewer, roundId))
  const { round, sheet, checks, townships, steps } = found
  const t = await getTranslations('inspections')
  const locale = await getLocale()
  const near = (date: Date) => nearDay(toDay(date), viewer.today, locale)
  return (
    <>
      <PageHead
        title={round.title}
        crumbs={[{ label: t('title'), href: '/inspections' }, { label: t('one') }]}
        aside={<RoundStateBadge state={round.state} />}
        actions={<RoundVerbs round={round} steps={steps} />}
      />
      <Card>
        <RoundFacts round={round} townships={townships} />
      </Card>
      {steps.length > 0 || round.draws.length > 0 ? (
        <Card title={t('draws.title')}>
          {round.draws.length === 0 ? <p className="muted">{t('draws.none')}</p> : null}
          <ul className="grid gap-2">
            {round.draws.map((draw) => (
              <li key={draw.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <TextLink href={`/inspections/draws/${draw.id}`}>
                  {t('draws.nth', { number: draw.number })}
                </TextLink>
                <DrawStateBadge state={draw.state} />
                <span className="muted text-md">
                  {t('draws.eligible', { count: draw.eligible })} ·{' '}
                  {t('draws.frozenOn', { on: near(draw.frozenOn) })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {round.picks.length > 0 ? (
        <Card title={t('picks.title')}>
          <ul className="grid gap-3">
            {round.picks.map((pick) => (
              <li key={pick.id}>
                <p>
                  {pick.village.name}
                  <DemoMark village={pick.village} />
                  <span className="muted text-md">
                    {' · '}
                    {pick.village.township.name} · {pick.inspectors}
                  </span>
                </p>
                <p className="whitespace-pre-wrap text-md">
                  <span className="muted">{t('picks.reason')}</span> {pick.reason}
                  <span className="muted">
                    {' · '}
                    {t('picks.by', { name: pick.pickedByName, on: near(pick.pickedOn) })}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <RoundChecks checks={checks} today={viewer.today} />
      <Card title={t('sheet.title')} aside={t('sheet.count', { count: sheet.length })}>
        {sheet.length === 0 ? <p className="muted">{t('sheet.none')}</p> : null}
        <ol className="grid list-decimal gap-1.5 ps-6">
          {sheet.map(({ code, text, kind, options, hint }) => (
            <li key={code}>
              {text}
              <span className="muted text-md">
                {' '}
                {options.length > 0 ? options.join(' / ') : t(`sheet.kinds.${kind}`)}
                {hint ? ` · ${hint}` : ''}
              </span>
            </li>
          ))}
        </ol>
      </Card>
    </>
  )
}
