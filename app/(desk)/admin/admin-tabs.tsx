import { getTranslations } from 'next-intl/server'
import { Tabs } from '@/components/ui/tabs'
import { can, type Permission } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'

const sections = [
  { name: 'people', href: '/admin/people', may: 'accounts.read' },
  { name: 'appointments', href: '/admin/appointments', may: 'accounts.read' },
  { name: 'organisations', href: '/admin/organisations', may: 'accounts.read' },
  { name: 'ruleSets', href: '/admin/rule-sets', may: 'ruleSet.manage' },
  { name: 'publicCommitments', href: '/admin/public-commitments', may: 'commitment.disclose' },
  { name: 'channels', href: '/admin/channels', may: 'channel.manage' },
  { name: 'directory', href: '/admin/directory', may: 'directory.import' },
  { name: 'calendar', href: '/admin/calendar', may: 'calendar.manage' },
  { name: 'rulebook', href: '/admin/rulebook', may: 'rulebook.read' },
  { name: 'securityLog', href: '/admin/security-log', may: 'securityLog.read' },
] as const satisfies readonly { name: string; href: string; may: Permission }[]

export type AdminSection = (typeof sections)[number]['name']

/** The sections of administration that are open to the viewer. */
export async function AdminTabs({ viewer, current }: { viewer: Viewer; current: AdminSection }) {
  const t = await getTranslations('admin.tabs')
  const items = sections
    .filter(({ may }) => can(viewer, may))
    .map(({ name, href }) => ({ label: t(name), href, current: name === current }))
  return <Tabs label={t('label')} items={items} />
}
