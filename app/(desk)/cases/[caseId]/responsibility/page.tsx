import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readResponsibility } from '@/lib/assignments/queries'
import { isBound, isInForce, slots, standardSlots } from '@/lib/assignments/rules'
import { slotPath } from '@/lib/assignments/slot-path'
import { formatDay } from '@/lib/i18n/format'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('title') }
}

/** 责任分工: who holds each slot, which of the standard four are empty, who held them before. */
export default async function ResponsibilityPage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const { kase, assignments, gaps, editable } = await forPage(readResponsibility(viewer, caseId))
  const t = await getTranslations('assignments')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const rows = slots.map((slot) => ({
    slot,
    held: assignments.find((one) => one.slot === slot && isInForce(one, viewer.today)),
    standard: standardSlots.some((one) => one === slot),
    bound: isBound(slot, kase.stage),
  }))
  const earlier = assignments.filter((one) => one.to !== null)
  return (
    <div className="stack">
      {gaps.length > 0 ? (
        <Notice tone="warn">
          {t('gaps', {
            slots: gaps.map((slot) => terms(`slot.${slot}`)).join(t('separator')),
          })}
        </Notice>
      ) : null}
      <Card title={t('title')} aside={gaps.length === 0 ? t('full') : undefined} flush>
        <Table
          caption={t('caption')}
          rows={rows}
          rowKey={({ slot }) => slot}
          columns={[
            {
              head: t('slot'),
              main: true,
              cell: ({ slot, standard, bound }) => (
                <span className="flex flex-wrap items-baseline gap-1.5">
                  {terms(`slot.${slot}`)}
                  {standard ? <Badge tone="blue">{t('standard')}</Badge> : null}
                  {bound ? <Badge tone="brand">{t('bound')}</Badge> : null}
                </span>
              ),
            },
            {
              head: t('holder'),
              cell: ({ held, standard }) =>
                held ? (
                  <Holder {...held} />
                ) : (
                  <span className={standard ? 'font-semibold text-red' : 'text-ink-3'}>
                    {t('empty')}
                  </span>
                ),
            },
            {
              head: t('since'),
              nowrap: true,
              cell: ({ held }) => held && formatDay(held.from, locale),
            },
            ...(editable
              ? [
                  {
                    head: t('action'),
                    cell: ({ slot, held, bound }: (typeof rows)[number]) => (
                      <TextLink href={slotPath(caseId, slot)}>
                        {held ? t(bound ? 'replace' : 'change') : t('assign')}
                        <span className="sr-only"> {terms(`slot.${slot}`)}</span>
                      </TextLink>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      {rows.some(({ bound }) => bound) ? <p className="muted text-sm">{t('boundHint')}</p> : null}
      <Card title={t('history')} flush={earlier.length > 0}>
        {earlier.length === 0 ? (
          <p className="muted">{t('noHistory')}</p>
        ) : (
          <Table
            caption={t('history')}
            rows={earlier}
            rowKey={({ id }) => id}
            columns={[
              { head: t('slot'), main: true, cell: ({ slot }) => terms(`slot.${slot}`) },
              { head: t('holder'), cell: (one) => <Holder {...one} /> },
              {
                head: t('period'),
                cell: ({ from, to }) =>
                  `${formatDay(from, locale)} – ${formatDay(to ?? '', locale)}`,
              },
              { head: t('handover'), cell: ({ handoverNote }) => handoverNote },
            ]}
          />
        )}
      </Card>
    </div>
  )
}

function Holder(held: { organisation: string; personName: string; personPost: string }) {
  return (
    <>
      {held.personName || held.organisation}
      {held.personPost ? <span className="ms-2 text-ink-2">{held.personPost}</span> : null}
      {held.personName && held.organisation ? (
        <span className="block text-sm text-ink-2">{held.organisation}</span>
      ) : null}
    </>
  )
}
