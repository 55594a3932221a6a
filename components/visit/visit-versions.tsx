import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { VisitPage } from '@/lib/visits/queries'
import { ContactKind } from '@/prisma/generated/enums'

const told = [
  'found',
  'settled',
  'day',
  'kind',
  'task',
  'taskPerson',
  'taskDueOn',
  'metCount',
  'met',
  'companions',
] as const

type VisitVersionsProps = { versions: VisitPage['versions']; locale: Locale }

/** What a visit said before each correction. */
export function VisitVersions({ versions, locale }: VisitVersionsProps) {
  const t = useTranslations('visits')
  const kinds = useTranslations('terms.contactKind')
  const words = (value: unknown) => {
    const text = String(value ?? '')
    const kind = Object.values(ContactKind).find((one) => one === text)
    return kind ? kinds(kind) : formatDay(text, locale) || t('page.nothing')
  }
  return (
    <Card title={t('page.versions')}>
      <ol className="grid gap-4">
        {versions.map(({ id, at, actorName, changes }) => (
          <li key={id}>
            <p className="pb-2 text-md text-ink-2">
              {t('page.changedBy', { by: actorName, at: formatInstant(at, locale) })}
            </p>
            <Facts
              columns={1}
              items={told.flatMap((name) => {
                const change = changes[name]
                return change ? [{ label: t(`form.${name}`), value: words(change[0]) }] : []
              })}
            />
          </li>
        ))}
      </ol>
    </Card>
  )
}
