import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Anchor } from '@/components/ui/link'
import { Footer, SkipLink } from './frame'
import { Switches } from './switches'

type PlainShellProps = {
  demo?: boolean
  /** Without the product's name, where even that would say too much: the survey. */
  anonymous?: boolean
  children: ReactNode
}

/** Everything around a page that needs nobody signed in. */
export async function PlainShell({ demo, anonymous, children }: PlainShellProps) {
  const t = await getTranslations('shell')
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="screen-only border-t-3 border-b border-t-brand border-b-line bg-paper">
        <div className="mx-auto flex min-h-13 max-w-[85rem] items-center justify-between gap-4 px-4 lg:px-6">
          {anonymous ? (
            <span />
          ) : (
            <Anchor href="/" className="text-lg font-bold tracking-wide text-brand">
              {t('product')}
            </Anchor>
          )}
          <Switches />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[85rem] flex-1 px-4 py-5 lg:px-6"
      >
        {children}
      </main>
      <Footer demo={demo} plain={anonymous} />
    </div>
  )
}
