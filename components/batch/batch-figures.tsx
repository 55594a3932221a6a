import { useTranslations } from 'next-intl'
import { Figure } from '@/components/ui/figure'
import { TextLink } from '@/components/ui/link'
import type { BatchFigures } from '@/lib/batches/figures'
import { caseListHref } from '@/lib/cases/list-filter'

/** Total, transformed, being rectified of a batch; exceptions and historical cases are told apart. */
export function BatchFiguresLine({ figures, batch }: { figures: BatchFigures; batch: string }) {
  const t = useTranslations('batches')
  const { total, transformed, excepted, historical } = figures
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-x-6 gap-y-2 sm:gap-x-10">
        <Figure value={total} label={t('figure.total')} href={caseListHref({ batch })} />
        <Figure
          value={transformed}
          label={t('figure.transformed')}
          href={caseListHref({ batch, state: 'transformed' })}
        />
        <Figure
          value={total - transformed}
          label={t('figure.rectifying')}
          href={caseListHref({ batch, state: 'rectifying' })}
        />
      </div>
      {excepted > 0 ? (
        <p className="text-sm">
          <TextLink href={caseListHref({ batch, excepted: 'yes' })}>
            {t('excepted', { count: excepted })}
          </TextLink>
        </p>
      ) : null}
      {historical > 0 ? (
        <p className="text-sm">
          <TextLink href={caseListHref({ batch, historical: 'yes' })}>
            {t('historical', { count: historical })}
          </TextLink>
        </p>
      ) : null}
    </div>
  )
}
