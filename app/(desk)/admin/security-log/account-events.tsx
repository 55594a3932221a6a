import { getTranslations } from 'next-intl/server'
import { Timeline } from '@/components/case/timeline'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import { forPage } from '@/lib/access/viewer'
import type { Viewer } from '@/lib/access/viewer-types'
import { listAccountEvents } from '@/lib/accounts/event-queries'
import { type Given, hrefWith } from '@/lib/accounts/list-filters'

type Props = { viewer: Viewer; view: 'accounts' | 'signIns'; before?: number; given: Given }

/** What happened to accounts, in sentences. */
export async function AccountEvents({ viewer, view, before, given }: Props) {
  const signIns = view === 'signIns'
  const { items, next } = await forPage(listAccountEvents(viewer, { signIns, before }))
  const t = await getTranslations('admin.securityLog')
  const path = '/admin/security-log'
  return (
    <>
      <Card title={t(`views.${view}`)} flush>
        {items.length > 0 ? <Timeline events={items} /> : <EmptyState title={t('none')} />}
      </Card>
      <Pager
        first={before ? hrefWith(path, given, { before: undefined }) : undefined}
        next={next ? hrefWith(path, given, { before: String(next) }) : undefined}
      />
    </>
  )
}
