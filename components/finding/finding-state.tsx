import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { FindingGravity, FindingState } from '@/prisma/generated/enums'

const stateTones = {
  OPEN: 'amber',
  SETTLED: 'green',
  DISMISSED: 'grey',
  WITHDRAWN: 'grey',
} as const
const gravityTones = { ORDINARY: 'grey', SERIOUS: 'amber', GRAVE: 'red' } as const

/** Where a finding stands. */
export function FindingStand({ state }: { state: FindingState }) {
  const t = useTranslations('terms.findingState')
  return <Badge tone={stateTones[state]}>{t(state)}</Badge>
}

/** How grave a finding is. */
export function Gravity({ gravity }: { gravity: FindingGravity }) {
  const t = useTranslations('terms.findingGravity')
  return <Badge tone={gravityTones[gravity]}>{t(gravity)}</Badge>
}
