import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, LinkButton } from './button'

type FiltersProps = {
  action: string
  clear?: string
  /** What the button does, where it does not filter. */
  apply?: string
  children: ReactNode
}

/** Filters of a list as a plain GET form: the address holds them. Children are fields. */
export function Filters({ action, clear, apply, children }: FiltersProps) {
  const t = useTranslations('ui.filters')
  return (
    <form action={action} method="get" aria-label={t('label')} className="screen-only">
      <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap sm:[&>:not(:last-child)]:max-w-60 sm:[&>:not(:last-child)]:min-w-36 xl:flex-nowrap xl:[&>:not(:last-child)]:min-w-0 xl:[&>:not(:last-child)]:flex-1">
        {children}
        <div className="col-span-2 flex flex-none gap-2">
          <Button type="submit">{apply ?? t('apply')}</Button>
          {clear ? (
            <LinkButton tone="quiet" href={clear}>
              {t('clear')}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </form>
  )
}
