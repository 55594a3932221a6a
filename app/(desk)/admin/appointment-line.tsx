import { getLocale, getTranslations } from 'next-intl/server'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { Role } from '@/lib/access/roles'
import type { AppointmentState } from '@/lib/accounts/appointment-rules'
import { formatDay } from '@/lib/i18n/format'

const tones: Record<AppointmentState, BadgeTone> = {
  pending: 'amber',
  future: 'blue',
  inForce: 'green',
  over: 'grey',
  void: 'grey',
}

/** How an appointment stands, as a word. */
export async function StateBadge({ state }: { state: AppointmentState }) {
  const t = await getTranslations('admin.state')
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}

/** The role, and for whom when it is held in somebody's stead. */
export async function RoleOf({ role, standsInFor }: { role: Role; standsInFor: string }) {
  const t = await getTranslations('admin.person')
  const terms = await getTranslations('terms')
  const word = terms(`role.${role}`)
  return standsInFor ? t('standsIn', { role: word, name: standsInFor }) : word
}

/** From when to when. */
export async function Period({ fromOn, toOn }: { fromOn: string; toOn: string | null }) {
  const t = await getTranslations('admin.person')
  const locale = await getLocale()
  const from = formatDay(fromOn, locale)
  return toOn ? t('fromTo', { from, to: formatDay(toOn, locale) }) : t('from', { from })
}
