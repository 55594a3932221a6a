import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { CoordinationStatus } from '@/prisma/generated/enums'

const tones = {
  RAISED: 'amber',
  ROUTED: 'blue',
  ANSWERED: 'amber',
  SETTLED: 'green',
  DECLINED: 'grey',
  WITHDRAWN: 'grey',
} as const

/** Where a coordination request stands. */
export function RequestState({ status }: { status: CoordinationStatus }) {
  const t = useTranslations('coordination.status')
  return <Badge tone={tones[status]}>{t(status)}</Badge>
}
