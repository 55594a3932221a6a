import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { requireViewer } from '@/lib/access/viewer'
import { type Given, logViews, readFilters, securityFilters } from '@/lib/accounts/list-filters'
import { AdminTabs } from '../admin-tabs'
import { AccountEvents } from './account-events'
import { Refusals } from './refusals'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.securityLog'))('title') }
}

export default async function SecurityLogPage({ searchParams }: { searchParams: Promise<Given> }) {
  const viewer = await requireViewer()
  const given = await searchParams
  const { filter, ignored } = readFilters(securityFilters, given)
  const { view = 'refused' } = filter
  const t = await getTranslations('admin.securityLog')
  const admin = await getTranslations('admin')
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: admin('title') }, { label: t('title') }]}
        lead={t(`leads.${view}`)}
      />
      <AdminTabs viewer={viewer} current="securityLog" />
      {ignored ? <Notice tone="warn">{admin('ignored')}</Notice> : null}
      <Tabs
        label={t('viewsLabel')}
        items={logViews.map((each) => ({
          label: t(`views.${each}`),
          href: `/admin/security-log?view=${each}`,
          current: each === view,
        }))}
      />
      {view === 'refused' ? (
        <Refusals viewer={viewer} filter={filter} given={given} />
      ) : (
        <AccountEvents viewer={viewer} view={view} before={filter.before} given={given} />
      )}
    </>
  )
}
