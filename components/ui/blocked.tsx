import type { ReactNode } from 'react'
import { Menu } from './menu'

const look =
  'inline-flex min-h-(--control) items-center gap-1.5 rounded-md border border-line bg-sunk px-4 text-md text-ink-2 hover:border-edge'

/** A verb that cannot be done now: grey, opens to say why. Children are the reasons. */
export function Blocked({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu label={label} look={look} panel="p-4 text-md sm:w-88">
      {children}
    </Menu>
  )
}
