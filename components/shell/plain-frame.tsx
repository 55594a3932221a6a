import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Anchor } from '@/components/ui/link'
import { Footer, SkipLink } from './frame'

export type PlainFrameProps = {
  demo?: boolean
  /** Without the product's name, where even that would say too much: the survey. */
  anonymous?: boolean
  switches: ReactNode
  children: ReactNode
}

/** The header with the product's name and the switches, the page, the foot. */
export function PlainFrame({ demo, anonymous, switches, children }: PlainFrameProps) {
  const t = useTranslations('shell')
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
          {switches}
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
