import type { ReactNode } from 'react'

/** A list of things to do or look at, inside a flush card. */
export function RowList({ children }: { children: ReactNode }) {
  return <ul className="@container">{children}</ul>
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
    <li className="grid gap-1.5 border-t border-line px-4 py-3 hover:bg-brand-wash @3xl:flex @3xl:items-center @3xl:gap-4">
      {/* Two lines where the list is narrow for its text; where it is wide they dissolve into one. */}
      {tag || light ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 @3xl:contents">
          {tag ? (
            <div className="@3xl:w-36 @3xl:flex-none @3xl:*:whitespace-normal">{tag}</div>
          ) : null}
          {light ? <div className="@3xl:order-2 @3xl:w-48 @3xl:flex-none">{light}</div> : null}
        </div>
      ) : null}
      <div className="flex items-center gap-4 @3xl:contents">
        <div className="min-w-0 flex-1 @3xl:order-1">
          <div>{title}</div>
          {sub ? <div className="text-sm text-ink-2">{sub}</div> : null}
        </div>
        {action ? (
          <div className="flex flex-none justify-end @3xl:order-3 @3xl:min-w-20">{action}</div>
        ) : null}
      </div>
    </li>
  )
}
