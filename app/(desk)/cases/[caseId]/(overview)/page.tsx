import { getLocale, getTranslations } from 'next-intl/server'
import { DecisionsCard } from '@/components/case/decisions-card'
import { FollowUpsCard } from '@/components/case/follow-ups-card'
import { GateCard } from '@/components/case/gate-card'
import { LinkedCases } from '@/components/case/linked-cases'
import { MovesCard } from '@/components/case/moves-card'
import { PeopleCard } from '@/components/case/people-card'
import { ProblemsCard } from '@/components/case/problems-card'
import { Timeline } from '@/components/case/timeline'
import { VillageCard } from '@/components/case/village-card'
import { MeasureQuestions } from '@/components/finding/measure-questions'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readCaseFrame } from '@/lib/cases/frame-queries'
import { readOverview } from '@/lib/cases/overview-queries'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'

type Props = { params: Promise<{ caseId: string }> }

export default async function CasePage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const { gate } = await forPage(readCaseFrame(viewer, caseId))
  const { kase, linked, internal, events, questions } = await forPage(readOverview(viewer, caseId))
  const t = await getTranslations('cases.overview')
  const locale = await getLocale()
  const { today } = viewer
  const unlisted = kase.stage === 'CANDIDATE' || kase.stage === 'NOT_CONFIRMED'
  const closure = kase.closures[0]
  return (
    <>
      <LinkedCases linked={linked} previousCaseId={kase.previousCaseId} />
      <MeasureQuestions questions={questions} />
      <div className="two-col">
        <div className="stack">
          {closure ? (
            <Card title={t('closure')}>
              <Facts
                items={[
                  { label: t('closureNumber'), value: closure.number },
                  { label: t('closedOn'), value: formatDay(toDay(closure.closedOn), locale) },
                  { label: t('basis'), value: closure.basis },
                  { label: t('summary'), value: closure.summary },
                ]}
              />
            </Card>
          ) : null}
          {unlisted && kase.proposal ? (
            <Card title={t('proposal')} aside={formatDay(toDay(kase.proposedOn), locale)}>
              <p className="measure whitespace-pre-wrap">{kase.proposal}</p>
            </Card>
          ) : null}
          {kase.measures.length > 0 ? (
            <MovesCard
              caseId={kase.id}
              measures={kase.measures}
              paused={kase.paused}
              today={today}
            />
          ) : null}
          {kase.problems.length > 0 ? (
            <ProblemsCard
              caseId={kase.id}
              problems={kase.problems}
              internal={internal}
              findings={unlisted}
            />
          ) : null}
          {kase.sourceDocument ? (
            <Card title={t('source')}>
              <p>{kase.sourceDocument}</p>
            </Card>
          ) : null}
          {kase.decisions.length > 0 ? (
            <DecisionsCard decisions={kase.decisions} internal={internal} />
          ) : null}
          {events && events.length > 0 ? (
            <Card
              flush
              title={t('recent')}
              aside={<TextLink href={`/cases/${kase.id}/history`}>{t('wholeHistory')}</TextLink>}
            >
              <div className="border-t border-line">
                <Timeline events={events} />
              </div>
            </Card>
          ) : null}
        </div>
        <div className="stack">
          {gate ? (
            <GateCard
              caseId={kase.id}
              villageId={kase.village.id}
              gate={gate.name}
              items={gate.items}
              exceptions={kase.exceptions.map(({ criterion, reason, decision }) => ({
                criterion,
                reason,
                body: decision.body,
                decidedOn: toDay(decision.decidedOn),
                documentNo: decision.documentNo,
              }))}
            />
          ) : null}
          {kase.followUps.length > 0 ? (
            <FollowUpsCard caseId={kase.id} followUps={kase.followUps} today={today} />
          ) : null}
          {unlisted ? null : (
            <PeopleCard
              caseId={kase.id}
              stage={kase.stage}
              assignments={kase.assignments}
              today={today}
            />
          )}
          <VillageCard village={kase.village} />
        </div>
      </div>
    </>
  )
}
