import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import type { AppraisalState as State } from '@/prisma/generated/enums'

const tones: Record<State, BadgeTone> = { OPEN: 'grey', ANNOUNCED: 'blue', PUBLISHED: 'green' }

/** Where the appraisal of a year stands. */
export function AppraisalState({ state }: { state: State }) {
  return <Badge tone={tones[state]}>{useTranslations('appraisals.states')(state)}</Badge>
}
