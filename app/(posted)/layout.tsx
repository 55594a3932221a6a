import type { ReactNode } from 'react'
import { PlainShell } from '@/components/shell/plain-shell'
import { env } from '@/lib/env'

/** Pages for villagers: even the product's name would say too much. */
export default function PostedLayout({ children }: { children: ReactNode }) {
  return (
    <PlainShell demo={env().DEMO} anonymous>
      {children}
    </PlainShell>
  )
}
