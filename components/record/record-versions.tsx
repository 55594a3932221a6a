import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { discussionSteps } from '@/lib/records/discussion-schema'
import { fieldsOf } from '@/lib/records/form-fields'
import type { RecordPage } from '@/lib/records/queries'
import { useFieldWords } from './detail-facts'

type RecordVersionsProps = { page: RecordPage; locale: Locale }

/** What a record said before each correction. */
export function RecordVersions({ page, locale }: RecordVersionsProps) {
  const t = useTranslations('records')
  const words = useFieldWords()
  const fields = fieldsOf[page.record.kind].flatMap((field) =>
    field.type === 'discussion'
      ? discussionSteps.map((name) => ({ name, type: 'discussion' as const }))
      : [field],
  )
  return (
    <Card title={t('page.versions')}>
      <ol className="grid gap-4">
        {page.versions.map(({ id, at, actorName, changes }) => {
          const before = (name: string) => changes[name]?.[0]
          const shown = fields
            .filter(({ name }) => `detail.${name}` in changes)
            .map((field) => ({
              label: t(`field.${field.name as 'name'}`),
              value: words(field, before(`detail.${field.name}`)) ?? t('page.nothing'),
            }))
          return (
            <li key={id}>
              <p className="pb-2 text-md text-ink-2">
                {t('page.changedBy', { by: actorName, at: formatInstant(at, locale) })}
              </p>
              <Facts
                columns={1}
                items={[
                  ...('day' in changes
                    ? [{ label: t('page.day'), value: formatDay(String(before('day')), locale) }]
                    : []),
                  ...shown,
                  ...('text' in changes
                    ? [
                        {
                          label: t('page.text'),
                          value: String(before('text') ?? '') || t('page.nothing'),
                        },
                      ]
                    : []),
                ]}
              />
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
