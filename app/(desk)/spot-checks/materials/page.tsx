import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RequestList } from '@/components/spot-check/request-list'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { listMaterialRequests } from '@/lib/spot-checks/material-queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spotChecks'))('material.title') }
}

/** 调取的材料: what inspectors asked townships for; each counts on the burden meter. */
export default async function MaterialsPage() {
  const viewer = await requireViewer()
  const requests = await forPage(listMaterialRequests(viewer))
  const t = await getTranslations('spotChecks')
  const locale = await getLocale()
  return (
    <>
      <PageHead
        title={t('material.title')}
        crumbs={[{ label: t('title'), href: '/spot-checks' }, { label: t('material.title') }]}
        lead={<span className="measure block">{t('material.lead')}</span>}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <Card flush>
        {requests.length === 0 ? (
          <EmptyState title={t('material.none')}>{t('material.noneText')}</EmptyState>
        ) : (
          <RequestList
            requests={requests}
            locale={locale}
            today={viewer.today}
            answers={can(viewer, 'material.answer')}
          />
        )}
      </Card>
    </>
  )
}
