import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isBound, isInForce, slots } from '@/lib/assignments/rules'
import { readTeam } from '@/lib/assignments/team-queries'
import { formatDay } from '@/lib/i18n/format'
import { Holder, TeamSlot } from './team-slot'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('title') }
}

/** 四位一体: who answers for what, since when, what each logged, which slots are empty, who was before. */
export default async function ResponsibilityPage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const found = await forPage(readTeam(viewer, caseId))
  const { kase, assignments, gaps, editable, duties, logged } = found
  const t = await getTranslations('assignments')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
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
      <Card title={t('title')} aside={gaps.length === 0 ? t('full') : undefined}>
        <ul aria-label={t('teamCaption')}>
          {slots.map((slot) => (
            <TeamSlot
              key={slot}
              caseId={caseId}
              slot={slot}
              stage={kase.stage}
              held={assignments.find((one) => one.slot === slot && isInForce(one, viewer.today))}
              duties={duties[slot]}
              logged={logged}
              editable={editable}
            />
          ))}
        </ul>
      </Card>
      <p className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2 text-md">
        <PrintButton>{t('print')}</PrintButton>
        {slots.some((slot) => isBound(slot, kase.stage)) ? (
          <span className="text-sm text-ink-2">{t('boundHint')}</span>
        ) : null}
        {logged ? <TextLink href={`/cases/${caseId}/visits`}>{t('rhythmLink')}</TextLink> : null}
        {editable ? (
          <span>
            {t('leaves')}{' '}
            <TextLink className="underline" href="/handover">
              {t('handOver')}
            </TextLink>
          </span>
        ) : null}
      </p>
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
