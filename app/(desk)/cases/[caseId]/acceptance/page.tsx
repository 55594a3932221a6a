import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GateCard } from '@/components/case/gate-card'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { readAcceptance } from '@/lib/acceptance/queries'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readCaseFrame } from '@/lib/cases/frame-queries'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { parseCriteria } from '@/lib/closure/stored'
import { ClosureCard } from './closure-card'
import { ExceptionWords } from './exception-words'
import { FollowUpsCard } from './follow-ups-card'
import { RoundCard } from './round-card'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('title') }
}

/** 验收与销号: what stands in the way, the rounds, the closing and the year after it. */
export default async function AcceptancePage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const { gate } = await forPage(readCaseFrame(viewer, caseId))
  const { kase, rounds, followUps, exceptions, internal } = await forPage(
    readAcceptance(viewer, caseId),
  )
  const t = await getTranslations('acceptance')
  const terms = await getTranslations('terms.criterion')
  const subject = { countyId: kase.countyId, townshipId: kase.townshipId, caseId }
  const closure = kase.closures.find((one) => one.annulledOn === null)
  const stood = closure && parseCriteria(closure.criteria)
  const excepting = isOpen(kase.stage) && isListed(kase.stage) && !kase.paused
  const places = { caseId, villageId: kase.villageId }
  return (
    <div className="stack">
      {gate ? (
        <GateCard {...places} gate={gate.name} items={gate.items} exceptions={exceptions} />
      ) : null}
      {stood && stood.items.length > 0 && kase.stage === 'CLOSED' ? (
        <GateCard {...places} gate="closing" {...stood} stood />
      ) : null}
      {gate || closure || rounds.length > 0 || kase.origin === 'HISTORICAL' ? null : (
        <Card title={t('title')}>
          <p className="measure muted">{t('noGate')}</p>
        </Card>
      )}
      {excepting && can(viewer, 'exception.record', subject) ? (
        <p className="screen-only">
          <LinkButton href={`/cases/${caseId}/exceptions`} size="sm">
            {t('recordException')}
          </LinkButton>
        </p>
      ) : null}
      {exceptions.length > 0 ? (
        <Card title={t('exceptions')} flush>
          <Table
            caption={t('exceptions')}
            rows={exceptions}
            rowKey={(row) => row.criterion}
            columns={[
              {
                head: t('exceptionColumns.criterion'),
                main: true,
                cell: (row) => terms(row.criterion as never),
              },
              { head: t('exceptionColumns.meeting'), cell: (row) => <ExceptionWords of={row} /> },
              { head: t('exceptionColumns.reason'), cell: (row) => row.reason },
            ]}
          />
        </Card>
      ) : null}
      {kase.closures.length > 0 ||
      kase.stage === 'CONSOLIDATING' ||
      kase.origin === 'HISTORICAL' ? (
        <ClosureCard kase={kase} files={can(viewer, 'case.close', subject)} today={viewer.today} />
      ) : null}
      {kase.stage === 'CLOSED' && followUps.length > 0 ? (
        <FollowUpsCard
          caseId={caseId}
          villageId={kase.villageId}
          followUps={followUps}
          internal={internal}
          today={viewer.today}
          records={can(viewer, 'followUp.record', subject)}
          proposes={can(viewer, 'case.propose', subject)}
        />
      ) : null}
      {rounds.map((round) => (
        <RoundCard
          key={round.id}
          caseId={caseId}
          round={round}
          today={viewer.today}
          decides={
            !kase.paused &&
            can(
              viewer,
              round.level === 'TOWNSHIP' ? 'acceptance.township' : 'acceptance.county',
              subject,
            )
          }
        />
      ))}
    </div>
  )
}
