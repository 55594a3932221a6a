import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

type Note = { field: string; text: string; paperFileNo: string }

/**
 * The 内部 part of a record, for its readers; `notes` is `readInternal(…)[subjectId]`. Renders
 * nothing for everyone else, so that a page looks the same whether there is a note or not.
 */
export function InternalNote({ notes }: { notes: readonly Note[] | undefined }) {
  const t = useTranslations('attachments.internal')
  if (!notes || notes.length === 0) return null
  return notes.map((note) => (
    <div key={note.field} className="rounded-md bg-brand-wash px-3 py-2 text-md">
      <Badge tone="brand">{t('mark')}</Badge>
      <span className="ms-2 whitespace-pre-wrap">{note.text}</span>
      {note.paperFileNo ? (
        <span className="block text-sm text-ink-2">
          {t('paperFileIs', { number: note.paperFileNo })}
        </span>
      ) : null}
    </div>
  ))
}
