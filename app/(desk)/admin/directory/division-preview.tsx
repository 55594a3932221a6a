'use client'
import { useMessage } from '@/components/form/message'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import type { Division, DivisionFile, LineMessage } from '@/lib/directory/divisions'

const shown = 200

export type PreviewWords = Record<
  | 'preview'
  | 'previewWords'
  | 'line'
  | 'lineWords'
  | 'what'
  | 'code'
  | 'name'
  | 'township'
  | 'added'
  | 'renamed'
  | 'unchanged'
  | 'before'
  | 'refusals'
  | 'warnings'
  | 'rest'
  | 'nothing',
  string
>

type State = 'added' | 'renamed' | 'unchanged'
type Props = { file: DivisionFile; known: Record<string, string>; words: PreviewWords }

/** What an import would do, line by line: refused lines first, then what is new or renamed. */
export function DivisionPreview({ file, known, words }: Props) {
  const states = file.rows.map((row) => stateOf(row, known))
  const count = (state: State) => states.filter((one) => one === state).length
  const figures = {
    added: count('added'),
    renamed: count('renamed'),
    unchanged: count('unchanged'),
    refused: new Set(file.refusals.map(({ line }) => line)).size,
    skipped: file.skipped,
  }
  const changing = file.rows.filter((_, index) => states[index] !== 'unchanged')
  return (
    <section aria-label={words.preview} className="grid gap-4">
      <p role="status" className="text-md font-medium">
        {file.rows.length + file.refusals.length === 0
          ? words.nothing
          : fill(words.previewWords, figures)}
      </p>
      <Lines tone="bad" title={words.refusals} lines={file.refusals} words={words} />
      <Lines tone="warn" title={words.warnings} lines={file.warnings} words={words} />
      {changing.length > 0 ? (
        <Table
          caption={words.preview}
          rows={changing.slice(0, shown)}
          rowKey={(row) => row.villageCode}
          columns={[
            { head: words.line, cell: (row) => row.line },
            { head: words.name, main: true, cell: (row) => row.villageName },
            { head: words.code, cell: (row) => row.villageCode },
            { head: words.township, cell: (row) => row.townshipName },
            {
              head: words.what,
              cell: (row) =>
                known[row.villageCode] === undefined
                  ? words.added
                  : `${words.renamed} · ${fill(words.before, { name: known[row.villageCode] ?? '' })}`,
            },
          ]}
        />
      ) : null}
      <Rest count={changing.length - shown} words={words} />
    </section>
  )
}

type LinesProps = {
  tone: 'bad' | 'warn'
  title: string
  lines: LineMessage[]
  words: PreviewWords
}

function Lines({ tone, title, lines, words }: LinesProps) {
  const message = useMessage()
  if (lines.length === 0) return null
  return (
    <Notice tone={tone} title={title}>
      <ul className="max-h-80 overflow-y-auto">
        {lines.slice(0, shown).map(({ line, code, params }) => (
          <li key={`${line}:${code}:${JSON.stringify(params)}`}>
            {fill(words.lineWords, { line, reason: message({ code, params }) })}
          </li>
        ))}
      </ul>
      <Rest count={lines.length - shown} words={words} />
    </Notice>
  )
}

function Rest({ count, words }: { count: number; words: PreviewWords }) {
  if (count <= 0) return null
  return <p className="text-sm text-ink-2">{fill(words.rest, { count })}</p>
}

function stateOf(row: Division, known: Record<string, string>): State {
  const before = known[row.villageCode]
  if (before === undefined) return 'added'
  return before === row.villageName ? 'unchanged' : 'renamed'
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
