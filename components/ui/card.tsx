import type { ReactNode } from 'react'

type CardProps = {
  title?: ReactNode
  aside?: ReactNode
  foot?: ReactNode
  /** No padding around the content: for tables and row lists. */
  flush?: boolean
  /** No wider than a form should be. */
  narrow?: boolean
  id?: string
  children: ReactNode
}

/** A sheet of paper on the grey ground, with an optional heading line and foot. */
export function Card({ title, aside, foot, flush, narrow, id, children }: CardProps) {
  return (
    <section
      id={id}
      className={`card min-w-0 rounded-lg border border-line bg-paper ${narrow ? 'max-w-3xl' : ''}`}
    >
      {title ? (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 pt-3 pb-2">
          <h2>{title}</h2>
          {aside ? <div className="text-md text-ink-2">{aside}</div> : null}
        </div>
      ) : null}
      <div className={flush ? '' : `px-4 pb-4 ${title ? '' : 'pt-4'}`}>{children}</div>
      {foot ? (
        <div className="border-t border-line px-4 py-2 text-md text-ink-2">{foot}</div>
      ) : null}
    </section>
  )
}
