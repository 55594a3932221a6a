import { getTranslations } from 'next-intl/server'
import { gridSlots } from '@/lib/assignments/grid-rules'
import type { Slot } from '@/lib/assignments/rules'
import type { GridWords } from './grid-data'

/** The words of the grid for the browser, which knows no messages but those of forms. */
export async function gridWords(): Promise<GridWords> {
  const t = await getTranslations('assignments')
  const terms = await getTranslations('terms')
  return {
    village: t('grid.village'),
    slots: Object.fromEntries(gridSlots.map((slot) => [slot, terms(`slot.${slot}`)])) as Record<
      Slot,
      string
    >,
    parts: { team: t('workTeam'), secretary: t('firstSecretary'), name: t('person') },
    same: t('grid.same'),
    sameHint: t('grid.sameHint'),
    fill: t('grid.fill'),
    filled: t('grid.filled'),
  }
}
