import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import type { RoundStep } from '@/lib/inspections/rules'
import type { DrawState } from '@/prisma/generated/enums'

type RoundVerbsProps = {
  round: { id: string; draws: readonly { state: DrawState }[]; publishedOn: Date | null }
  steps: readonly RoundStep[]
}

/** What may be done with a round now, what usually comes next first. */
export function RoundVerbs({ round, steps }: RoundVerbsProps) {
  const t = useTranslations('inspections.verb')
  const stands = round.draws.some(({ state }) => state !== 'ABANDONED')
  const path = `/inspections/${round.id}`
  const offers = [
    steps.includes('freeze') && !stands
      ? { name: round.draws.length > 0 ? ('drawAgain' as const) : ('draw' as const), to: 'draw' }
      : undefined,
    steps.includes('pick') ? { name: 'pick' as const, to: 'pick' } : undefined,
    steps.includes('end') ? { name: 'end' as const, to: 'end' } : undefined,
    steps.includes('publish') && !round.publishedOn
      ? { name: 'publish' as const, to: 'publish' }
      : undefined,
    steps.includes('change') ? { name: 'edit' as const, to: 'edit' } : undefined,
    steps.includes('cancel') ? { name: 'cancel' as const, to: 'cancel' } : undefined,
  ].filter((one) => one !== undefined)
  return offers.map(({ name, to }, index) => (
    <LinkButton key={to} href={`${path}/${to}`} tone={index === 0 ? 'primary' : 'plain'}>
      {t(name)}
    </LinkButton>
  ))
}
