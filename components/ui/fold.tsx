import type { ReactNode } from 'react'

/** Something rarer, folded away under its name until it is opened. */
export function Fold({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="flex min-h-(--control-small) items-center gap-1.5 text-md font-medium">
        {label}
        <span aria-hidden="true" className="text-xs text-ink-2 group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="grid gap-3 pt-3">{children}</div>
    </details>
  )
}
