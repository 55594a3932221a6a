import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, NumberField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { DemoMark } from '@/components/village/demo-mark'
import { requirePermission, requireViewer } from '@/lib/access/viewer'
import { formatMonth } from '@/lib/i18n/format'
import { readResidenceSheet } from '@/lib/residence/queries'
import { monthBeside, monthOf, mostDays } from '@/lib/residence/rules'
import { monthSchema } from '@/lib/residence/schema'
import { enterResidence } from './actions'

type Props = { searchParams: Promise<{ month?: unknown }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits.residence'))('title') }
}

/** 驻村天数: one sheet a month for all villages of the township; last month's unless chosen. */
export default async function ResidencePage({ searchParams }: Props) {
  const viewer = await requireViewer()
  await requirePermission(viewer, 'residence.enter')
  const present = monthOf(viewer.today)
  const asked = monthSchema.safeParse((await searchParams).month)
  const month = asked.success && asked.data <= present ? asked.data : monthBeside(present, -1)
  const rows = await readResidenceSheet(viewer, month)
  const t = await getTranslations('visits.residence')
  const visits = await getTranslations('visits')
  const locale = await getLocale()
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: visits('title'), href: '/visits' }, { label: t('title') }]}
        lead={<span className="measure block">{t('lead')}</span>}
      />
      <Card
        narrow
        title={formatMonth(month, locale)}
        aside={
          <nav aria-label={t('month')} className="flex gap-4">
            <TextLink quiet href={`/visits/residence?month=${monthBeside(month, -1)}`}>
              ‹ {t('previous')}
            </TextLink>
            {month < present ? (
              <TextLink quiet href={`/visits/residence?month=${monthBeside(month, 1)}`}>
                {t('next')} ›
              </TextLink>
            ) : null}
          </nav>
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={t('none')} />
        ) : (
          <ActionForm key={month} action={enterResidence} submit={t('save')} cancel="/visits">
            <HiddenField name="month" value={month} />
            {rows.map(({ id, paused, village, team, days, by }) => (
              <div key={id}>
                <HiddenField name={`seen.${id}`} value={String(days ?? '')} />
                {paused ? null : (
                  <NumberField
                    name={`days.${id}`}
                    label={
                      <>
                        {village.name}
                        <DemoMark village={village} />
                      </>
                    }
                    hint={[team, by ? t('by', { by }) : ''].filter(Boolean).join(' · ')}
                    defaultValue={days}
                    unit={t('unitOf', { max: mostDays(month, viewer.today) })}
                    whole
                    optional
                  />
                )}
              </div>
            ))}
          </ActionForm>
        )}
      </Card>
    </>
  )
}
