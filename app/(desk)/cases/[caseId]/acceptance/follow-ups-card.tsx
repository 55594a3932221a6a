import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { InternalNote } from '@/components/case/internal-note'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { type Day, toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { InternalNotes } from '@/lib/internal-notes/queries'
import type { LightReason } from '@/lib/lights/rules'
import type { FollowUpResult } from '@/prisma/generated/enums'

type FollowUp = {
  id: string
  month: number
  dueOn: Date
  doneOn: Date | null
  result: FollowUpResult | null
  text: string
  doneByName: string
  light: LightReason
}

type FollowUpsCardProps = {
  caseId: string
  villageId: string
  followUps: readonly FollowUp[]
  internal: InternalNotes
  today: Day
  records: boolean
  proposes: boolean
}

const tones = {
  STABLE: 'green',
  NEEDS_ATTENTION: 'amber',
  RELAPSED: 'red',
} as const satisfies Record<FollowUpResult, BadgeTone>

/** The year after closing: what is due, with its light, and what was found. */
export function FollowUpsCard(props: FollowUpsCardProps) {
  const { caseId, villageId, followUps, internal, today, records, proposes } = props
  const t = useTranslations('followUps')
  const terms = useTranslations('terms.followUpResult')
  const locale = useLocale()
  const next = followUps.find((one) => one.doneOn === null)
  const relapsed = followUps.some((one) => one.result === 'RELAPSED')
  return (
    <Card
      id="follow-ups"
      title={t('title')}
      flush
      aside={
        records && next ? (
          <LinkButton size="sm" href={`/cases/${caseId}/follow-ups`} className="screen-only">
            {t('record')}
          </LinkButton>
        ) : undefined
      }
    >
      <Table
        caption={t('caption')}
        rows={[...followUps]}
        rowKey={(row) => row.id}
        columns={[
          {
            head: t('due'),
            main: true,
            cell: (row) => (
              <>
                {t('month', { month: row.month })}
                <span className="ms-2 font-normal text-ink-2">
                  {formatDay(toDay(row.dueOn), locale)}
                </span>
              </>
            ),
          },
          {
            head: t('result'),
            cell: (row) =>
              row.result ? (
                <Badge tone={tones[row.result]}>{terms(row.result)}</Badge>
              ) : (
                <CaseLight light={row.light} today={today} short />
              ),
          },
          {
            head: t('text'),
            cell: (row) =>
              row.doneOn ? (
                <div className="grid gap-1">
                  <span className="whitespace-pre-wrap">{row.text}</span>
                  <InternalNote notes={internal[row.id]} />
                  <span className="text-sm text-ink-2">
                    {t('by', { name: row.doneByName, on: formatDay(toDay(row.doneOn), locale) })}
                  </span>
                </div>
              ) : null,
          },
        ]}
      />
      {relapsed && proposes ? (
        <div className="screen-only p-4">
          <Notice
            tone="warn"
            title={t('relapseTitle')}
            action={
              <TextLink href={`/candidates/new?village=${villageId}`}>{t('propose')}</TextLink>
            }
          >
            {t('relapse')}
          </Notice>
        </div>
      ) : null}
    </Card>
  )
}
