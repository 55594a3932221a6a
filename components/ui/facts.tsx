import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

const columnClass = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }

/** Names and values; an empty value is left out. */
export function Facts({ items, columns = 1 }: { items: Fact[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className={`grid gap-x-8 gap-y-2 text-md ${columnClass[columns]}`}>
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div
            key={label}
            className="grid grid-cols-[6.5em_minmax(0,1fr)] gap-3 lang-en:grid-cols-[9em_minmax(0,1fr)]"
          >
            <dt className="text-ink-2">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
