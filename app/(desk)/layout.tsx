import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskShell } from '@/components/shell/desk-shell'
import type { NavItem } from '@/components/shell/nav-links'
import { can, type Permission } from '@/lib/access/policy'
import { currentSession, pendingStep } from '@/lib/access/viewer'
import { env } from '@/lib/env'
import { signOut } from './account/sign-out'

type Section =
  | 'todo'
  | 'candidates'
  | 'batches'
  | 'cases'
  | 'visits'
  | 'commitments'
  | 'coordination'
  | 'supervision'
  | 'villages'
  | 'documents'
  | 'admin'

/** The sections and what opens them; whoever may none of an entry's permissions does not see it. */
const sections: readonly {
  name: Section
  href: string
  under?: string[]
  may?: readonly Permission[]
}[] = [
  { name: 'todo', href: '/' },
  { name: 'candidates', href: '/candidates', may: ['case.propose'] },
  { name: 'batches', href: '/batches', may: ['batch.read'] },
  { name: 'cases', href: '/cases', may: ['case.read'] },
  { name: 'visits', href: '/visits', under: ['/records'], may: ['visit.read'] },
  { name: 'commitments', href: '/commitments/manage', may: ['commitment.read'] },
  {
    name: 'coordination',
    href: '/coordination',
    under: ['/instructions'],
    may: ['coordination.read'],
  },
  {
    name: 'supervision',
    href: '/inspections',
    under: ['/spot-checks', '/findings', '/notices', '/surveys', '/watch-list', '/appraisals'],
    may: ['inspection.read'],
  },
  { name: 'villages', href: '/villages', under: ['/money'], may: ['village.read'] },
  { name: 'documents', href: '/documents', may: ['document.read'] },
  { name: 'admin', href: '/admin', may: ['account.manage', 'accounts.read', 'rulebook.read'] },
]

/** Whoever must first change a password or choose a county sees no sections yet. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const session = await currentSession()
  if (!session) redirect('/sign-in')
  const { viewer } = session
  const t = await getTranslations('home.nav')
  const open = pendingStep(session) ? [] : sections
  const items: NavItem[] = open
    .filter(({ may }) => !may || may.some((permission) => can(viewer, permission)))
    .map(({ name, href, under }) => ({ label: t(name), href, under }))
  return (
    <DeskShell
      items={items}
      person={viewer.name}
      organisation={viewer.grants[0]?.organisationName ?? viewer.countyName}
      owner={viewer.userId}
      accountHref="/account"
      signOut={signOut}
      demo={env().DEMO}
    >
      {children}
    </DeskShell>
  )
}
