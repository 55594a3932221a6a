import { useTranslations } from 'next-intl'
import { TextLink } from './link'

export type GateItem = {
  state: 'ok' | 'no' | 'excepted' | 'off'
  label: string
  why?: string
  href?: string
  action?: string
}

const marks = { ok: '✓', no: '✕', excepted: '※', off: '–' }
const inks = { ok: 'text-green', no: 'text-red', excepted: 'text-amber', off: 'text-ink-3' }

/** Conditions one by one: met, not met and why with the way there, excepted, or not in use. */
export function GateList({ items }: { items: GateItem[] }) {
  const t = useTranslations('ui.gate')
  return (
    <ul>
      {items.map((item) => (
        <li
          key={item.label}
          className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-t border-line py-2 text-md first:border-t-0"
        >
          <span className={`font-semibold ${inks[item.state]}`}>
            <span aria-hidden="true">{marks[item.state]}</span>
            <span className="sr-only">{t(item.state)}</span>
          </span>
          <span className={item.state === 'off' ? 'text-ink-3' : ''}>
            {item.label}
            {item.why ? <span className="block text-sm text-ink-2">{item.why}</span> : null}
          </span>
          {item.href ? (
            <TextLink href={item.href} className="screen-only whitespace-nowrap">
              {item.action ?? t('see')}
              <span aria-hidden="true"> ›</span>
            </TextLink>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
