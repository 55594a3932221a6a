import type { ReactNode } from 'react'

type FaceProps = { code?: string; title: string; children: ReactNode; actions: ReactNode }

/** A page that has nothing to show: what happened, what it means, the way on. */
export function Face({ code, title, children, actions }: FaceProps) {
  return (
    <div className="mx-auto grid max-w-xl gap-3 py-10 sm:py-20">
      {code ? <p className="text-md font-medium text-ink-3">{code}</p> : null}
      <h1>{title}</h1>
      <div className="text-pretty text-ink-2">{children}</div>
      <div className="flex flex-wrap gap-2 pt-2">{actions}</div>
    </div>
  )
}
