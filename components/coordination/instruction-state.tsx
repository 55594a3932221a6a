import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { instructionState } from '@/lib/instructions/rules'

const tones = { waiting: 'amber', returned: 'red', answered: 'green' } as const

/** Where an instruction stands. */
export function InstructionState(row: { answeredOn: unknown; returns: number }) {
  const t = useTranslations('coordination.instructionState')
  const state = instructionState(row)
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}
