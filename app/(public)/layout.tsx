import type { ReactNode } from 'react'
import { PlainShell } from '@/components/shell/plain-shell'
import { env } from '@/lib/env'

/** Pages that need nobody signed in. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return <PlainShell demo={env().DEMO}>{children}</PlainShell>
}
