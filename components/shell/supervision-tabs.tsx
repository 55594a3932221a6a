import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs'
import { can, type Permission } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'

/** The lists of supervision and what opens each; whoever may not read a list does not see its tab. */
const lists = [
  { name: 'inspections', href: '/inspections', may: 'inspection.read' },
  { name: 'spotChecks', href: '/spot-checks', may: 'spotCheck.read' },
  { name: 'findings', href: '/findings', may: 'finding.read' },
  { name: 'notices', href: '/notices', may: 'notice.read' },
  { name: 'surveys', href: '/surveys', may: 'survey.read' },
  { name: 'burden', href: '/burden', may: 'burden.read' },
  { name: 'watchList', href: '/watch-list', may: 'watch.read' },
  { name: 'appraisals', href: '/appraisals', may: 'appraisal.read' },
] as const satisfies readonly { name: string; href: string; may: Permission }[]

export type SupervisionList = (typeof lists)[number]['name']

/** The pages of 督查 beside each other; nothing where the viewer has only one of them. */
export function SupervisionTabs({ viewer, current }: { viewer: Viewer; current: SupervisionList }) {
  const t = useTranslations('inspections.tabs')
  const open = lists.filter(({ may }) => can(viewer, may))
  if (open.length < 2) return null
  return (
    <Tabs
      label={t('label')}
      items={open.map(({ name, href }) => ({ label: t(name), href, current: name === current }))}
    />
  )
}
