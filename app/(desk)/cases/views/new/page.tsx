import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { requirePermission, requireViewer } from '@/lib/access/viewer'
import { caseListHref, caseListQuery, parseCaseFilter } from '@/lib/cases/list-filter'
import { save } from '../actions'
import { organisationsToShare } from '../sharing'
import { ViewFields } from '../view-fields'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('views'))('newTitle') }
}

export default async function NewViewPage({ searchParams }: Props) {
  const viewer = await requireViewer()
  await requirePermission(viewer, 'case.read')
  const { filter } = parseCaseFilter(await searchParams)
  const t = await getTranslations('views')
  const list = await getTranslations('cases.list')
  return (
    <>
      <PageHead
        title={t('newTitle')}
        crumbs={[
          { label: list('title'), href: caseListHref(filter) },
          { label: t('title'), href: '/cases/views' },
          { label: t('newTitle') },
        ]}
        lead={t('newLead')}
      />
      <Card narrow>
        <ActionForm action={save} submit={t('save')} cancel={caseListHref(filter)}>
          <HiddenField name="query" value={caseListQuery(filter)} />
          <ViewFields organisations={organisationsToShare(viewer)} />
        </ActionForm>
      </Card>
    </>
  )
}
