import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { discussionSteps } from '@/lib/records/discussion-schema'
import type { RuleSet } from '@/lib/rule-sets/schema'

/** The lines each step of 四议两公开 is held to, in words. */
export function DiscussionWords({ rules }: { rules: RuleSet }) {
  const t = useTranslations('records')
  const part = (fraction: string) => (fraction === '0' ? 'none' : fraction)
  return (
    <Facts
      items={discussionSteps.map((step) => {
        const { presence, approval, of } = rules.fourDiscussions[step]
        return {
          label: t(`field.${step}`),
          value: t('ruleSet.words', {
            presence: part(presence),
            approval: part(approval),
            of: t(`ruleSet.of${of}`),
          }),
        }
      })}
    />
  )
}
