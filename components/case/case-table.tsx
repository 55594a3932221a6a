import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import type { CaseLight as Light } from '@/lib/cases/light'
import { nearDay } from '@/lib/cases/light-words'
import { isOpen } from '@/lib/cases/workflow'
import { type Day, daysBetween } from '@/lib/dates'
import type { FormAction } from '@/lib/form-state'
import type { Stage } from '@/prisma/generated/enums'
import { CaseLight } from './case-light'
import { StarButton } from './star-button'

type Listed = {
  id: string
  village: { name: string; demo: boolean }
  township: { name: string }
  batch: { id: string; name: string } | null
  stage: Stage
  stageSince: Day
  light: Light
  historical: boolean
}

type CaseTableProps = {
  cases: Listed[]
  /** Ids of those the viewer follows, and what a click on a star does. */
  followed: readonly string[]
  follow: FormAction
  today: Day
  empty: ReactNode
}

/** Cases as a table: where each stands and why its light is what it is. */
export function CaseTable({ cases, followed, follow, today, empty }: CaseTableProps) {
  const t = useTranslations('cases.list')
  const terms = useTranslations('terms')
  const locale = useLocale()
  return (
    <Table
      caption={t('title')}
      rows={cases}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          head: t('village'),
          main: true,
          nowrap: true,
          cell: ({ id, village, township, batch, stage, historical, light }) => (
            <>
              <span className="inline-flex items-center gap-x-1.5 whitespace-nowrap max-sm:whitespace-normal">
                <StarButton
                  action={follow}
                  caseId={id}
                  followed={followed.includes(id)}
                  label={t(followed.includes(id) ? 'unfollow' : 'follow', {
                    village: village.name,
                  })}
                />
                <TextLink href={`/cases/${id}`}>{village.name}</TextLink>
                {village.demo ? <Mark>{terms('demo')}</Mark> : null}
                {historical ? <Mark>{t('historical')}</Mark> : null}
              </span>
              <span className="block text-sm font-normal text-ink-2 sm:hidden print:hidden">
                {[township.name, batch?.name ?? t('noBatch'), terms(`stage.${stage}`)].join(' · ')}
              </span>
              <span className="font-normal sm:hidden print:hidden">
                <CaseLight light={light} today={today} />
              </span>
            </>
          ),
        },
        {
          head: t('township'),
          nowrap: true,
          deskOnly: true,
          cell: ({ township }) => <span className="whitespace-nowrap">{township.name}</span>,
        },
        {
          head: t('batch'),
          nowrap: true,
          deskOnly: true,
          cell: ({ batch }) => (batch ? batch.name : <span className="faint">{t('noBatch')}</span>),
        },
        {
          head: t('stage'),
          nowrap: true,
          deskOnly: true,
          cell: ({ stage, stageSince }) => (
            <>
              {terms(`stage.${stage}`)}
              <span className="ms-2 text-sm text-ink-3">
                {isOpen(stage)
                  ? t('since', { days: daysBetween(stageSince, today) + 1 })
                  : stage === 'NOT_CONFIRMED' && nearDay(stageSince, today, locale)}
              </span>
            </>
          ),
        },
        {
          head: t('reason'),
          deskOnly: true,
          cell: ({ light }) => <CaseLight light={light} today={today} />,
        },
      ]}
    />
  )
}

function Mark({ children }: { children: ReactNode }) {
  return (
    <span className="ms-0.5">
      <Badge>{children}</Badge>
    </span>
  )
}
