import { useLocale, useTranslations } from 'next-intl'
import { FilesBelow } from '@/components/attachment/files-below'
import { InternalNote } from '@/components/case/internal-note'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { FilesOf } from '@/lib/attachments/list-queries'
import { formatDay, formatInstant } from '@/lib/i18n/format'
import type { MeasurePage } from '@/lib/measures/queries'

type ProgressCardProps = { page: MeasurePage; caseId: string; files: FilesOf }

/** What was done, newest first: when it happened, how far it brought the measure, who wrote it. */
export function ProgressCard({ page, caseId, files }: ProgressCardProps) {
  const t = useTranslations('measures')
  const locale = useLocale()
  const { progress, notes } = page
  return (
    <Card flush title={t('progress', { count: progress.length })} id="progress">
      {progress.length === 0 ? (
        <EmptyState title={t('noProgress')}>{t('noProgressText')}</EmptyState>
      ) : (
        <ol>
          {progress.map((update) => (
            <li key={update.id} className="grid gap-1 border-t border-line px-4 py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-medium">{formatDay(update.happenedOn, locale)}</span>
                <span>{t('percent', { percent: update.percent })}</span>
                {update.late ? <Badge>{t('late')}</Badge> : null}
              </p>
              <p className="measure whitespace-pre-wrap">{update.text}</p>
              <p className="text-sm text-ink-2">
                {t('enteredBy', { by: update.byName, at: formatInstant(update.createdAt, locale) })}
              </p>
              <InternalNote notes={notes[update.id]} />
              <FilesBelow caseId={caseId} of={{ kind: 'PROGRESS', id: update.id }} page={files} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
