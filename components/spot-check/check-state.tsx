import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { SpotCheckState } from '@/prisma/generated/enums'

const tones = { ASSIGNED: 'amber', SUBMITTED: 'green', RECUSED: 'red', CANCELLED: 'grey' } as const

/** Where a spot check stands. */
export function CheckState({ state }: { state: SpotCheckState }) {
  const t = useTranslations('terms.spotCheckState')
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}
