import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { sidesOf } from '@/lib/plans/comparison'
import { readPlan } from '@/lib/plans/queries'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('versions.title') }
}

const tones = {
  DRAFT: 'grey',
  SUBMITTED: 'amber',
  APPROVED: 'green',
  SUPERSEDED: 'grey',
  ABANDONED: 'grey',
} as const

/** Every version of the plan, newest first. */
export default async function VersionsPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const { versions } = await forPage(readPlan(viewer, caseId))
  const t = await getTranslations('plans')
  const terms = await getTranslations('terms.planStatus')
  const locale = await getLocale()
  const on = (day: Date | null) => (day ? formatDay(toDay(day), locale) : '')
  const base = `/cases/${caseId}/plan`
  return (
    <Card
      flush
      title={t('versions.title')}
      aside={
        sidesOf(versions).length > 1 ? (
          <TextLink href={`${base}/compare`}>{t('card.compare')}</TextLink>
        ) : undefined
      }
    >
      <Table
        caption={t('versions.title')}
        rows={versions}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('versions.none')} />}
        columns={[
          {
            head: t('versions.number'),
            main: true,
            nowrap: true,
            cell: ({ number }) => (
              <TextLink href={`${base}/versions/${number}`}>
                {t('card.version', { number })}
              </TextLink>
            ),
          },
          {
            head: t('card.status'),
            cell: ({ status }) => <Badge tone={tones[status]}>{terms(status)}</Badge>,
          },
          { head: t('versions.reason'), cell: ({ revisionReason }) => revisionReason },
          { head: t('versions.measures'), align: 'end', cell: ({ lines }) => lines.length },
          {
            head: t('card.submittedBy'),
            cell: ({ submittedByName, submittedOn }) =>
              [submittedByName, on(submittedOn)].filter(Boolean).join(' · '),
          },
          {
            head: t('card.approvedBy'),
            cell: ({ decidedByName, decidedOn }) =>
              [decidedByName, on(decidedOn)].filter(Boolean).join(' · '),
          },
          { head: t('card.recordNo'), cell: ({ recordNo }) => recordNo },
        ]}
      />
    </Card>
  )
}
