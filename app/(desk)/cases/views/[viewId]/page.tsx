import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readView } from '@/lib/saved-views/queries'
import { change, remove } from '../actions'
import { organisationsToShare } from '../sharing'
import { ViewFields } from '../view-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('views'))('changeTitle') }
}

export default async function ViewPage({ params }: { params: Promise<{ viewId: string }> }) {
  const { viewId } = await params
  if (!isId(viewId)) notFound()
  const viewer = await requireViewer()
  const view = await forPage(readView(viewer, viewId))
  const t = await getTranslations('views')
  const list = await getTranslations('cases.list')
  return (
    <>
      <PageHead
        title={t('changeTitle')}
        crumbs={[
          { label: list('title'), href: '/cases' },
          { label: t('title'), href: '/cases/views' },
          { label: view.name },
        ]}
        lead={view.own ? undefined : t('madeBy', { name: view.maker })}
      />
      <Card narrow>
        <ActionForm
          action={change}
          submit={t('saveChange')}
          cancel="/cases/views"
          label={view.name}
        >
          <HiddenField name="viewId" value={view.id} />
          <HiddenField name="version" value={String(view.version)} />
          <ViewFields view={view} organisations={organisationsToShare(viewer)} />
        </ActionForm>
      </Card>
      <Card narrow title={t('deleteTitle')}>
        <p className="muted mb-4">{view.sharedWith ? t('deleteShared') : t('deleteOwn')}</p>
        <ActionForm action={remove} submit={t('delete')} tone="danger" label={t('deleteTitle')}>
          <HiddenField name="viewId" value={view.id} />
        </ActionForm>
      </Card>
    </>
  )
}
