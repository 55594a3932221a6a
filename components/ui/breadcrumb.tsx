import { useTranslations } from 'next-intl'
import { TextLink } from './link'

export type Crumb = { label: string; href?: string }

/** The way here, without the page itself. */
export function Breadcrumb({ items }: { items: Crumb[] }) {
  const t = useTranslations('ui')
  return (
    <nav aria-label={t('breadcrumb')} className="text-md">
      <ol className="flex flex-wrap text-ink-2">
        {items.map((item) => (
          <li key={item.label} className="flex">
            {item.href ? (
              <TextLink quiet href={item.href}>
                {item.label}
              </TextLink>
            ) : (
              item.label
            )}
            <span aria-hidden="true" className="px-1.5 text-ink-3 in-[li:last-child]:hidden">
              ›
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
