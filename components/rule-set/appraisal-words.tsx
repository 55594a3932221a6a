import { useLocale, useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { RuleSet } from '@/lib/rule-sets/schema'

/** The indicators with their weights, the bands, and when the key register is proposed, in words. */
export function AppraisalWords({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets.appraisal')
  const watch = useTranslations('ruleSets.watch')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  const { appraisal, watchList } = rules
  const list = (indicators: RuleSet['appraisal']['township']) => (
    <ul>
      {indicators.map(({ code, title, weight }) => (
        <li key={code}>{t('line', { title: title[lang], weight })}</li>
      ))}
    </ul>
  )
  const { overdueShare, unansweredNotices, lowSatisfaction } = watchList
  return (
    <Facts
      items={[
        { label: t('catalogue.TOWNSHIP'), value: list(appraisal.township) },
        { label: t('catalogue.HELPER_UNIT'), value: list(appraisal.helperUnit) },
        {
          label: t('bands'),
          value: appraisal.bands.map(({ title, from }) => `${title[lang]} ≥ ${from}`).join(' · '),
        },
        {
          label: t('selfScore'),
          value: t(appraisal.selfScore ? 'selfOn' : 'selfOff', {
            percent: appraisal.recheckPercent,
          }),
        },
        { label: t('appealDays'), value: String(appraisal.appealDays) },
        {
          label: watch('title'),
          value: (
            <ul>
              {overdueShare.enabled ? (
                <li>
                  {watch('words.overdueShare', {
                    ...{ percent: overdueShare.percent, least: overdueShare.least },
                  })}
                </li>
              ) : null}
              {unansweredNotices.enabled ? (
                <li>{watch('words.unansweredNotices', { count: unansweredNotices.count })}</li>
              ) : null}
              {lowSatisfaction.enabled ? (
                <li>{watch('words.lowSatisfaction', { percent: lowSatisfaction.percent })}</li>
              ) : null}
              <li>{watch('words.rest', { days: watchList.restDays })}</li>
            </ul>
          ),
        },
      ]}
    />
  )
}
