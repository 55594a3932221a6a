import { useLocale, useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { TextLink } from '@/components/ui/link'
import { subjectHref } from '@/lib/attachments/hrefs'
import type { ListedFile } from '@/lib/attachments/select'
import { formatInstant } from '@/lib/i18n/format'

/** What only the county office is told of a file: who read it, and where the same photo stands. */
export function FileOversight({ file }: { file: ListedFile }) {
  const t = useTranslations('attachments')
  const terms = useTranslations('terms.subject')
  const locale = useLocale()
  const { readings, twins = [] } = file
  return (
    <>
      {readings && readings.count > 0 ? (
        <div className="screen-only">
          <Fold label={t('reads.count', { count: readings.count })}>
            <ul className="grid gap-1">
              {readings.latest.map(({ id, name, organisation, at }) => (
                <li key={id}>
                  {[organisation, name].filter(Boolean).join(' · ')}
                  <span className="block">{formatInstant(at, locale)}</span>
                </li>
              ))}
              {readings.count > readings.latest.length ? (
                <li>{t('reads.more', { count: readings.count - readings.latest.length })}</li>
              ) : null}
            </ul>
          </Fold>
        </div>
      ) : null}
      {readings && readings.count === 0 ? <span>{t('reads.none')}</span> : null}
      {twins.length > 0 ? (
        <p className="screen-only rounded bg-blue-wash px-2 py-1 text-ink">
          {t('twins.also')}
          {twins.slice(0, 3).map((twin, index) => (
            <span key={twin.id}>
              {index > 0 ? t('twins.and') : ''}
              <TextLink
                className="underline"
                href={subjectHref(twin.subjectKind, twin.caseId, twin.subjectId)}
              >
                {t('twins.place', {
                  village: twin.villageName,
                  kind: terms(twin.subjectKind),
                  at: formatInstant(twin.createdAt, locale),
                })}
              </TextLink>
            </span>
          ))}
          {t('twins.question')}
        </p>
      ) : null}
    </>
  )
}
