import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Anchor } from '@/components/ui/link'
import { Menu } from '@/components/ui/menu'
import { ComplaintLink } from './complaint-link'
import { Flash } from './flash'
import { Footer, SkipLink } from './frame'
import { type NavItem, NavLinks } from './nav-links'
import { SearchBox } from './search-box'
import { SignOutForm } from './sign-out-form'
import { Switches } from './switches'

type DeskShellProps = {
  items: NavItem[]
  person: string
  organisation: string
  /** User id: keeps the drafts of people who share a computer apart. */
  owner: string
  accountHref: string
  signOut: () => Promise<void>
  demo?: boolean
  children: ReactNode
}

/**
 * From which width of the head, for its size of text, the sections stand in a line, and how many of
 * them before the rest folds into a menu.
 */
const line = {
  'zh-CN': { block: '@[70rem]:block', flex: '@[70rem]:flex', hidden: '@[70rem]:hidden', after: 12 },
  en: { block: '@[80rem]:block', flex: '@[80rem]:flex', hidden: '@[80rem]:hidden', after: 7 },
}

/**
 * Everything around a page of someone who is signed in. Whether the sections stand in a line or in
 * a menu depends on the width of the head for its text, so that large text does not wrap them.
 */
export async function DeskShell(props: DeskShellProps) {
  const { items, person, organisation, owner, accountHref, signOut, demo, children } = props
  const t = await getTranslations('shell')
  const from = line[(await getLocale()) === 'en' ? 'en' : 'zh-CN']
  const words = await getTranslations('search')
  const find = <SearchBox label={words('label')} hint={words('boxHint')} />
  const who = (
    <p className="border-b border-line px-4 pb-2 text-md text-ink-2">
      {organisation} · {person}
    </p>
  )
  const account = (
    <>
      <Anchor href="/notifications" className="flex min-h-11 items-center px-4 hover:bg-ground">
        {t('reminders')}
      </Anchor>
      <Anchor href={accountHref} className="flex min-h-11 items-center px-4 hover:bg-ground">
        {t('account')}
      </Anchor>
      <a href="/work" target="_self" className="flex min-h-11 items-center px-4 hover:bg-ground">
        {t('phoneWork')}
      </a>
      <SignOutForm owner={owner} signOut={signOut}>
        <button type="submit" className="flex min-h-11 w-full items-center px-4 hover:bg-ground">
          {t('signOut')}
        </button>
      </SignOutForm>
    </>
  )
  return (
    <div data-owner={owner} className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="screen-only @container relative z-30 border-t-3 border-b border-t-brand border-b-line bg-paper">
        <div className="mx-auto flex max-w-[85rem] items-center gap-x-7 px-4 lg:px-6">
          <Anchor href="/" className="flex-none text-lg font-bold tracking-wide text-brand">
            {t('product')}
          </Anchor>
          <div className={`hidden flex-1 ${from.block}`}>
            <NavLinks
              label={t('nav')}
              items={items}
              fold={{ after: from.after, label: t('moreSections') }}
            />
          </div>
          <div className={`hidden flex-none items-center ${from.flex}`}>
            {items.length > 0 ? <div className="me-2 w-36">{find}</div> : null}
            <Switches />
            <Menu panel="py-1.5" label={<span className="max-w-32 truncate">{person}</span>}>
              {who}
              {account}
            </Menu>
          </div>
          <div className={`ms-auto flex min-h-13 items-center ${from.hidden}`}>
            <PhoneMenu>
              {who}
              {items.length > 0 ? <div className="px-4 py-2">{find}</div> : null}
              <NavLinks narrow label={t('nav')} items={items} />
              <div className="flex flex-wrap border-t border-line px-2 pt-1.5">
                <Switches />
              </div>
              <div className="grid grid-cols-2">{account}</div>
            </PhoneMenu>
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[85rem] flex-1 px-4 py-5 lg:px-6"
      >
        <Flash />
        <div className="stack">{children}</div>
      </main>
      <Footer
        demo={demo}
        complaint={items.length > 0 ? <ComplaintLink>{t('complain')}</ComplaintLink> : null}
      />
    </div>
  )
}

async function PhoneMenu({ children }: { children: ReactNode }) {
  const t = await getTranslations('ui')
  return (
    <Menu label={t('menu')} panel="py-1.5 sm:w-96">
      {children}
    </Menu>
  )
}
