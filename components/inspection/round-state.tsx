import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { DrawState, RoundState } from '@/prisma/generated/enums'

const roundTones: Record<RoundState, BadgeTone> = {
  PLANNED: 'blue',
  UNDERWAY: 'amber',
  ENDED: 'green',
  CANCELLED: 'grey',
}

export function RoundStateBadge({ state }: { state: RoundState }) {
  const t = useTranslations('inspections.states')
  return <Badge tone={roundTones[state]}>{t(state)}</Badge>
}

const drawTones: Record<DrawState, BadgeTone> = {
  FROZEN: 'blue',
  SEEDED: 'amber',
  DRAWN: 'green',
  ABANDONED: 'grey',
}

export function DrawStateBadge({ state }: { state: DrawState }) {
  const t = useTranslations('inspections.drawStates')
  return <Badge tone={drawTones[state]}>{t(state)}</Badge>
}
