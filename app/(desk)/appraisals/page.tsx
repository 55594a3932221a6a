import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AppraisalState } from '@/components/appraisal/appraisal-state'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/fields'
import { SupervisionTabs } from '@/components/shell/supervision-tabs'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { holds } from '@/lib/access/viewer-types'
import { listAppraisals } from '@/lib/appraisals/queries'
import { formatDay } from '@/lib/i18n/format'
import { open } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appraisals'))('title') }
}

/** 年度考核: the years, and for the county office the next one to open. */
export default async function AppraisalsPage() {
  const t = await getTranslations('appraisals')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { years, mayManage, mayOpen } = await forPage(listAppraisals(viewer))
  const wide = mayManage || holds(viewer, 'COUNTY_LEADER')
  const day = (value: string) => formatDay(value, locale)
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: t('title') }]}
        lead={t(wide ? 'lead' : 'leadOwn')}
      />
      <SupervisionTabs viewer={viewer} current="appraisals" />
      <Card flush>
        <Table
          caption={t('title')}
          rows={years}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t(mayManage ? 'none' : 'noneOwn')}>
              {mayManage ? t('noneText') : null}
            </EmptyState>
          }
          columns={[
            {
              head: t('year'),
              main: true,
              nowrap: true,
              cell: (row) => (
                <TextLink href={`/appraisals/${row.id}`}>
                  {t('titleOf', { year: String(row.year) })}
                </TextLink>
              ),
            },
            {
              head: t('period'),
              nowrap: true,
              cell: (row) => `${day(row.from)} – ${day(row.to)}`,
            },
            { head: t('state'), nowrap: true, cell: (row) => <AppraisalState state={row.state} /> },
            {
              head: t('organisations'),
              cell: (row) => t('kinds', { townships: row.townships, units: row.units }),
            },
            {
              head: t('rules'),
              nowrap: true,
              cell: (row) => t('ruleVersion', { version: row.ruleVersion }),
            },
          ]}
        />
      </Card>
      {mayOpen.length > 0 ? (
        <Card title={t('open.title')} narrow>
          <ActionForm action={open} submit={t('open.submit')} label={t('open.title')}>
            <SelectField
              name="year"
              label={t('open.year')}
              hint={t('open.hint')}
              blank={false}
              defaultValue={String(mayOpen[0])}
              options={mayOpen.map((one) => ({ value: String(one), label: String(one) }))}
            />
          </ActionForm>
        </Card>
      ) : null}
    </>
  )
}
