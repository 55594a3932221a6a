import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { PageHead } from '@/components/ui/page-head'
import { Stepper } from '@/components/ui/stepper'
import type { CaseLight as Light } from '@/lib/cases/light'
import { nearDay } from '@/lib/cases/light-words'
import { caseListHref } from '@/lib/cases/list-filter'
import type { NextStep } from '@/lib/cases/next-step'
import type { CaseStep } from '@/lib/cases/steps'
import type { Day } from '@/lib/dates'
import { organisationTypeOf } from '@/lib/villages/organisation-type'
import { CaseLight } from './case-light'

type CaseHeadProps = {
  kase: {
    paused: boolean
    pauseReason: string
    origin: 'REGULAR' | 'HISTORICAL'
    village: {
      name: string
      demo: boolean
      organisationType: 'BRANCH' | 'GENERAL_BRANCH' | 'COMMITTEE'
      factsOn: Date | null
    }
    township: { id: string; name: string }
    batch: { id: string; name: string } | null
  }
  light: Light
  steps: readonly CaseStep[]
  next: NextStep | undefined
  today: Day
  actions: ReactNode
}

/** Who the case is, how it stands and why, what comes next and who holds it, and the road so far. */
export function CaseHead({ kase, light, steps, next, today, actions }: CaseHeadProps) {
  const t = useTranslations('cases.head')
  const list = useTranslations('cases.list')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const { village, township, batch } = kase
  return (
    <>
      <PageHead
        crumbs={[
          { label: list('title'), href: '/cases' },
          batch
            ? { label: batch.name, href: caseListHref({ batch: batch.id }) }
            : { label: list('noBatch') },
          { label: township.name, href: caseListHref({ township: township.id }) },
        ]}
        title={t('title', {
          village: village.name,
          organisation: terms(`organisationType.${organisationTypeOf(village)}`),
        })}
        aside={
          <span className="flex flex-wrap gap-1.5">
            {village.demo ? <Badge>{terms('demo')}</Badge> : null}
            {kase.origin === 'HISTORICAL' ? <Badge>{list('historical')}</Badge> : null}
            {kase.paused ? <Badge tone="amber">{t('paused')}</Badge> : null}
          </span>
        }
        lead={
          <span className="flex flex-wrap gap-x-4">
            <CaseLight light={light} today={today} />
            {kase.paused && kase.pauseReason ? <span>{kase.pauseReason}</span> : null}
            {next ? <Next next={next} township={township.name} today={today} /> : null}
          </span>
        }
        actions={actions}
      />
      <Stepper
        label={t('road')}
        steps={steps.map(({ stage, state, on, day }) => ({
          label: terms(`stage.${stage}`),
          state,
          ...(day === undefined
            ? on !== null && { note: nearDay(on, today, locale) }
            : { note: t('day', { day }) }),
        }))}
      />
    </>
  )
}

function Next({ next, township, today }: { next: NextStep; township: string; today: Day }) {
  const t = useTranslations('cases')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const holders = {
    county: terms('role.COUNTY_OFFICE'),
    township: t('head.townshipCommittee', { township }),
    workers: t('head.workers'),
  }
  const days = Object.fromEntries(
    (['until', 'due'] as const).flatMap((name) => {
      const day = next.params[name]
      return typeof day === 'string' ? [[name, nearDay(day, today, locale)]] : []
    }),
  )
  const step = t(`next.${next.code}` as never, { ...next.params, ...days } as never)
  return <span>{t('head.next', { holder: holders[next.holder], step })}</span>
}
