import { useTranslations } from 'next-intl'
import { TextField } from '@/components/form/fields'
import { noticeLadder } from '@/lib/notices/rules'
import type { RuleSet } from '@/lib/rule-sets/schema'

/** What stands before 〔year〕 in the number of each kind of notice. */
export function NoticeFields({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms.noticeKind')
  return (
    <fieldset>
      <legend className="pb-2 font-semibold">{t('noticesTitle')}</legend>
      <p className="muted pb-2 text-md">{t('noticesHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {noticeLadder.map((kind) => (
          <TextField
            key={kind}
            name={`ruleSet.noticePrefixes.${kind}`}
            label={terms(kind)}
            defaultValue={rules.noticePrefixes[kind]}
            maxLength={20}
          />
        ))}
      </div>
    </fieldset>
  )
}
