'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { EditorLine, EditorWords } from './editor-data'

/** After a conflict: the measures as they stand now, to compare with one's own above. */
export function TheirLines({ lines, words }: { lines: EditorLine[]; words: EditorWords }) {
  const t = useTranslations('form.conflict')
  const [first] = useState(() => JSON.stringify(lines))
  if (JSON.stringify(lines) === first) return null
  return (
    <div className="rounded-md bg-amber-wash px-3 py-2 text-sm">
      <p className="font-medium text-amber">{t('theirs')}</p>
      <ol className="list-decimal ps-5">
        {lines.map((line) => (
          <li key={line.id}>
            {[
              words.moves[line.move],
              line.title,
              line.target,
              line.organisationName,
              line.personName,
              line.startOn,
              line.dueOn,
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ol>
    </div>
  )
}
