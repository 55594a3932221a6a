import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { Overview } from '@/lib/cases/overview-queries'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'

type LinkedCasesProps = { linked: Overview['linked']; previousCaseId: string | null }

/** The earlier and later cases of the same village: a relapse is never told from one side only. */
export function LinkedCases({ linked, previousCaseId }: LinkedCasesProps) {
  const t = useTranslations('cases.overview')
  const terms = useTranslations('terms.stage')
  const locale = useLocale()
  if (linked.length === 0) return null
  return linked.map((one) => {
    const closedOn = one.closedOn ? formatDay(toDay(one.closedOn), locale) : ''
    return (
      <Notice
        key={one.id}
        action={<TextLink href={`/cases/${one.id}`}>{t('openLinked')}</TextLink>}
      >
        {one.id === previousCaseId
          ? t('earlier', { closedOn })
          : t('later', {
              proposedOn: formatDay(toDay(one.proposedOn), locale),
              stage: terms(one.stage),
            })}
      </Notice>
    )
  })
}
