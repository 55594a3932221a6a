import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from './breadcrumb'

type PageHeadProps = {
  title: ReactNode
  crumbs?: Crumb[]
  /** Beside the title: a light, a badge. */
  aside?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
}

/** Top of a page: where, what, how it stands, what can be done. Holds the only `h1`. */
export function PageHead({ title, crumbs = [], aside, lead, actions }: PageHeadProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-96">
        {crumbs.length > 0 ? (
          <div className="screen-only mb-1">
            <Breadcrumb items={crumbs} />
          </div>
        ) : null}
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <h1>{title}</h1>
          {aside}
        </div>
        {lead ? <div className="mt-1 text-md text-ink-2">{lead}</div> : null}
      </div>
      {actions ? <div className="screen-only flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  )
}
