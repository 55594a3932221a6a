import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MoneySums } from '@/components/money/money-sums'
import { MoneyTable } from '@/components/money/money-table'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { SignatureBlock } from '@/components/ui/signature-block'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { parseFundsFilter } from '@/lib/funds/filter'
import { readMoney } from '@/lib/funds/queries'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('money'))('title') }
}

/** 村级经费: what each village is due by its tier, and what was recorded as allotted. */
export default async function MoneyPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('money')
  const rules = await getTranslations('ruleSets')
  const viewer = await requireViewer()
  const { filter, ignored } = parseFundsFilter(await searchParams)
  const money = await forPage(readMoney(viewer, filter))
  const thisYear = Number(viewer.today.slice(0, 4))
  const years = [...new Set([thisYear + 1, thisYear, thisYear - 1, thisYear - 2, money.year])]
  const filtered = Object.keys(filter).length > 0
  return (
    <>
      <PageHead
        title={t('titleOf', { year: String(money.year) })}
        crumbs={[{ label: t('title') }]}
        lead={t('lead')}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      {ignored ? <Notice tone="warn">{t('ignored')}</Notice> : null}
      <Filters action="/money" clear={filtered ? '/money' : undefined}>
        <Field id="year" label={t('year')}>
          <Select
            {...wire('year')}
            name="year"
            defaultValue={String(money.year)}
            options={years
              .toSorted((a, b) => b - a)
              .map((year) => ({ value: String(year), label: String(year) }))}
          />
        </Field>
        <Field id="township" label={t('township')}>
          <Select
            {...wire('township')}
            name="township"
            defaultValue={filter.township ?? ''}
            blank={t('all')}
            options={money.townships.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </Filters>
      <p className="text-md text-ink-2">
        {[
          ...money.rules.tiers.map(({ from, yuan }) =>
            from > 0 ? rules('funds.words', { from, yuan }) : rules('funds.last', { yuan }),
          ),
          rules('funds.supplementWords', { yuan: money.rules.supplement }),
        ].join(t('separator'))}
      </p>
      {money.sum.unknown > 0 ? (
        <Notice>{t('unknownNote', { count: money.sum.unknown })}</Notice>
      ) : null}
      {money.lines.length === 0 ? (
        <Card flush>
          <EmptyState title={t('empty')} />
        </Card>
      ) : (
        <>
          <Card title={t('perTownship')} flush>
            <MoneySums sums={money.sums} sum={money.sum} />
          </Card>
          <Card title={t('caption')} flush>
            <MoneyTable lines={money.lines} />
          </Card>
        </>
      )}
      <SignatureBlock items={[t('sign.made'), t('sign.checked'), t('sign.head')]} />
    </>
  )
}
