import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonsForm } from '@/components/form/buttons-form'
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
  const starred = new Set(followed)
  const table = (
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
          cell: ({ id, village, township, batch, stage, historical }) => (
            <>
              <span className="inline-flex items-center gap-x-1.5 whitespace-nowrap max-sm:whitespace-normal">
                <Star
                  caseId={id}
                  followed={starred.has(id)}
                  label={t(starred.has(id) ? 'unfollow' : 'follow', { village: village.name })}
                />
                <TextLink href={`/cases/${id}`}>{village.name}</TextLink>
                {village.demo ? <Badge>{terms('demo')}</Badge> : null}
                {historical ? <Badge>{t('historical')}</Badge> : null}
              </span>
              <span className="block text-sm font-normal text-ink-2 sm:hidden print:hidden">
                {[township.name, batch?.name ?? t('noBatch'), terms(`stage.${stage}`)].join(' · ')}
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
          plain: true,
          cell: ({ light }) => <CaseLight light={light} today={today} />,
        },
      ]}
    />
  )
  if (cases.length === 0) return table
  return (
    <>
      <ButtonsForm id={starForm} action={follow} />
      {table}
    </>
  )
}

const starForm = 'stars'

type StarProps = { caseId: string; followed: boolean; label: string }

/** 关注: a star to set and to take off again. */
function Star({ caseId, followed, label }: StarProps) {
  return (
    <button
      type="submit"
      form={starForm}
      name="star"
      value={`${followed ? 'off' : 'on'}:${caseId}`}
      aria-pressed={followed}
      aria-label={label}
      title={label}
      className="star screen-only"
    />
  )
}
