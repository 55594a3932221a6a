import { useTranslations } from 'next-intl'
import { Band, type BandPart } from '@/components/ui/progress'
import { type BatchFigures, listedStages } from '@/lib/batches/figures'
import { caseListHref } from '@/lib/cases/list-filter'
import type { Stage } from '@/prisma/generated/enums'

const tones: Partial<Record<Stage, BandPart['tone']>> = {
  PLANNING: 'none',
  PLAN_REVIEW: 'wait',
  RECTIFYING: 'go',
  TOWNSHIP_ACCEPTANCE: 'near',
  COUNTY_ACCEPTANCE: 'near',
  CONSOLIDATING: 'near',
  CLOSED: 'done',
}

/** The cases of a batch by stage, in the order of the road; each figure opens its list. */
export function BatchBand({
  id,
  name,
  byStage,
}: Pick<BatchFigures, 'byStage'> & { id: string; name: string }) {
  const t = useTranslations('batches')
  const terms = useTranslations('terms.stage')
  const parts = listedStages.map((stage) => ({
    label: terms(stage),
    value: byStage[stage],
    tone: tones[stage] ?? 'none',
    href: caseListHref({ batch: id, stage }),
  }))
  return <Band label={t('band', { name })} parts={parts} />
}
