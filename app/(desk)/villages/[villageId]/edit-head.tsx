import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readVillage } from '@/lib/villages/queries'

/** The village behind an editing page; 404 out of scope, 403 without the right. */
export async function villageToEdit(villageId: string) {
  if (!isId(villageId)) notFound()
  const viewer = await requireViewer()
  const village = await forPage(readVillage(viewer, villageId))
  if (!village.mayEdit) forbidden()
  return { village, today: viewer.today }
}

export async function EditHead(props: { village: { id: string; name: string }; title: string }) {
  const t = await getTranslations('villages')
  const { village, title } = props
  return (
    <PageHead
      title={title}
      crumbs={[
        { label: t('title'), href: '/villages' },
        { label: village.name, href: `/villages/${village.id}` },
        { label: title },
      ]}
      lead={village.name}
    />
  )
}
