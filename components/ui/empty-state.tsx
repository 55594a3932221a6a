import type { ReactNode } from 'react'

type EmptyStateProps = { title: string; action?: ReactNode; children?: ReactNode }

/** Nothing here: what this place is for and what to do first. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-8 text-center">
      <p className="font-semibold">{title}</p>
      {children ? <div className="measure text-md text-ink-2">{children}</div> : null}
      {action ? <div className="pt-2">{action}</div> : null}
    </div>
  )
}
