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
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 hover:bg-brand-wash sm:flex">
      {tag ? <div className="max-sm:col-span-2 sm:w-24 sm:flex-none">{tag}</div> : null}
      <div className="min-w-0 flex-1 max-sm:col-span-2">
        <div>{title}</div>
        {sub ? <div className="text-sm text-ink-2">{sub}</div> : null}
      </div>
      {light ? <div className="flex-none">{light}</div> : null}
      {action ? (
        <div className="flex min-w-20 flex-none justify-end max-sm:col-start-2">{action}</div>
      ) : null}
    </li>
  )
}
