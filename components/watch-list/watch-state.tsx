import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { WatchState as State } from '@/prisma/generated/enums'

const tones: Record<State, BadgeTone> = {
  PROPOSED: 'amber',
  LISTED: 'red',
  DECLINED: 'grey',
  CLEARED: 'green',
  LAPSED: 'grey',
}

/** Where a listing stands. */
export function WatchState({ state }: { state: State }) {
  return <Badge tone={tones[state]}>{useTranslations('watchList.states')(state)}</Badge>
}
