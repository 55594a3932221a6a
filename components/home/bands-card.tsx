import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Band, type BandPart } from '@/components/ui/progress'
import { caseListHref } from '@/lib/cases/list-filter'
import { road } from '@/lib/cases/steps'
import type { BatchBand } from '@/lib/dashboards/figures'
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

/** Batches as bands: how many are transformed, and where the others stand. */
export function BandsCard({ bands }: { bands: readonly BatchBand[] }) {
  const t = useTranslations('home')
  const terms = useTranslations('terms.stage')
  return (
    <Card
      title={t('bands')}
      aside={
        <TextLink quiet href="/batches">
          {t('toBatches')} ›
        </TextLink>
      }
    >
      <ul className="grid gap-4">
        {bands.map(({ id, name, year, total, transformed, byStage }) => (
          <li key={id} className="grid gap-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-md">
              <span className="flex gap-2">
                <TextLink href={caseListHref({ batch: id })}>{name}</TextLink>
                <span className="text-ink-3">{year}</span>
              </span>
              <TextLink quiet href={caseListHref({ batch: id, state: 'transformed' })}>
                {t('transformedOf', { transformed, total })}
              </TextLink>
            </div>
            <Band
              label={name}
              legend={transformed < total}
              parts={road.flatMap((stage) => {
                const tone = tones[stage]
                return tone
                  ? [
                      {
                        label: terms(stage),
                        value: byStage[stage] ?? 0,
                        tone,
                        href: caseListHref({ batch: id, stage }),
                      },
                    ]
                  : []
              })}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
