import { getTranslations } from 'next-intl/server'
import type { PlanPage } from '@/lib/plans/queries'
import type { PlanSection } from '@/lib/plans/rules'

/**
 * What the system knows already, as the first text of a new draft: the village's facts and who
 * holds the four standard slots. Entered once elsewhere, it is not asked for again.
 */
export async function prefill({ kase }: PlanPage): Promise<Partial<Record<PlanSection, string>>> {
  const t = await getTranslations('plans.prefill')
  const terms = await getTranslations('terms')
  const { village } = kase
  const counts = ['households', 'population', 'partyMembers', 'partyGroups'] as const
  const known = counts.flatMap((name) => {
    const count = village[name]
    return count === null ? [] : [t(name, { count })]
  })
  if (village.collectiveIncome !== null) {
    known.push(t('income', { wan: village.collectiveIncome / 10_000 }))
  }
  const facts =
    known.length > 0 ? t('facts', { village: village.name, list: known.join(t('comma')) }) : ''
  const responsibilities = kase.assignments
    .map(({ slot, organisation, personName, personPost }) =>
      t('slot', {
        slot: terms(`slot.${slot}`),
        holder: [organisation?.name, personName, personPost].filter(Boolean).join(' '),
      }),
    )
    .join('\n')
  return { facts, responsibilities }
}
