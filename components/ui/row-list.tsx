import type { ReactNode } from 'react'

/** A list of things to do or look at, inside a flush card. */
export function RowList({ children }: { children: ReactNode }) {
  return <ul>{children}</ul>
}

type RowProps = {
  tag?: ReactNode
  title: ReactNode
  sub?: ReactNode
  light?: ReactNode
  action?: ReactNode
}

/** One line of work: what kind, which one and why now, how urgent, the button. */
export function Row({ tag, title, sub, light, action }: RowProps) {
  return (
    <li className="grid gap-1.5 border-t border-line px-4 py-3 hover:bg-brand-wash sm:flex sm:items-center sm:gap-4">
      {/* Two lines on a phone; on a desk the wrappers dissolve into one line. */}
      {tag || light ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 sm:contents">
          {tag ? <div className="sm:w-30 sm:flex-none sm:*:whitespace-normal">{tag}</div> : null}
          {light ? <div className="sm:order-2 sm:w-48 sm:flex-none">{light}</div> : null}
        </div>
      ) : null}
      <div className="flex items-center gap-4 sm:contents">
        <div className="min-w-0 flex-1 sm:order-1">
          <div>{title}</div>
          {sub ? <div className="text-sm text-ink-2">{sub}</div> : null}
        </div>
        {action ? (
          <div className="flex flex-none justify-end sm:order-3 sm:min-w-20">{action}</div>
        ) : null}
      </div>
    </li>
  )
}
