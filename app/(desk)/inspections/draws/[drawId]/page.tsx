import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DrawFacts } from '@/components/draw/draw-facts'
import { FrozenList } from '@/components/draw/draw-list'
import { DrawResult } from '@/components/draw/draw-result'
import { NextStep } from '@/components/draw/next-step'
import { Replacements } from '@/components/draw/replacements'
import { DrawStateBadge } from '@/components/inspection/round-state'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Stepper } from '@/components/ui/stepper'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { toDay } from '@/lib/dates'
import { readDraw } from '@/lib/draws/queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { assignDraw, makeDraw, seedDraw } from '../../actions'

type Props = { params: Promise<{ drawId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('draws.title') }
}

/** One draw: where it stands, its next step, and everything it rests on. */
export default async function DrawPage({ params }: Props) {
  const { drawId } = await params
  if (!isId(drawId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readDraw(viewer, drawId))
  const { draw, list, strata, drawn, stands, replacements, mayPlan, total } = found
  const t = await getTranslations('inspections')
  const locale = await getLocale()
  const path = `/inspections/draws/${draw.id}`
  const taken = {
    frozen: true,
    seeded: draw.random !== null,
    drawn: draw.seed !== null,
    assigned: draw.assignedOn !== null,
  }
  const names = Object.keys(taken) as (keyof typeof taken)[]
  const now = draw.state === 'ABANDONED' ? undefined : names.find((name) => !taken[name])
  const nameOf = (code: string) => stands.find((one) => one.code === code)?.village ?? code
  return (
    <>
      <PageHead
        title={t('draw.title', { number: draw.number })}
        crumbs={[
          { label: t('title'), href: '/inspections' },
          { label: draw.round.title, href: `/inspections/${draw.roundId}` },
          { label: t('draws.nth', { number: draw.number }) },
        ]}
        aside={<DrawStateBadge state={draw.state} />}
        actions={
          <>
            <LinkButton href={`${path}/check`}>{t('draw.verb.check')}</LinkButton>
            <LinkButton href={`${path}/sheet`}>{t('draw.verb.sheet')}</LinkButton>
            {mayPlan && draw.state !== 'ABANDONED' && !draw.assignedOn ? (
              <LinkButton href={`${path}/abandon`}>{t('draw.verb.abandon')}</LinkButton>
            ) : null}
          </>
        }
      />
      <Stepper
        label={t('draw.steps.label')}
        steps={names.map((name) => ({
          label: t(`draw.steps.${name}`),
          state: taken[name] ? 'done' : name === now ? 'now' : 'todo',
        }))}
      />
      {draw.reason ? <Notice>{t('draw.againBecause', { reason: draw.reason })}</Notice> : null}
      {draw.abandonedOn ? (
        <Notice tone="warn" title={t('draw.abandoned')}>
          {t('draw.abandonedBy', {
            name: draw.abandonedByName,
            on: formatDay(toDay(draw.abandonedOn), locale),
          })}
          <span className="whitespace-pre-wrap">{draw.abandonReason}</span>
        </Notice>
      ) : null}
      {mayPlan ? (
        <NextStep
          draw={draw}
          today={viewer.today}
          lastDay={toDay(draw.round.toOn)}
          checks={stands.length}
          actions={{ seed: seedDraw, draw: makeDraw, assign: assignDraw }}
        />
      ) : null}
      <Card>
        <DrawFacts draw={draw} list={list} total={total} />
        {draw.random ? null : <p className="muted mt-3 text-md">{t('draw.hashHint')}</p>}
        {draw.seed ? <p className="muted mt-3 text-md">{t('draw.seedHint')}</p> : null}
      </Card>
      {drawn.length > 0 ? (
        <DrawResult
          drawn={drawn}
          nameOf={nameOf}
          replaceHref={mayPlan && draw.state === 'DRAWN' ? `${path}/replace` : undefined}
        />
      ) : null}
      <Replacements items={replacements} />
      <FrozenList strata={strata} inspectors={list.inspectors} />
    </>
  )
}
