import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Anchor } from './link'

export type LightColour = 'green' | 'yellow' | 'red' | 'grey'

const shapes: Record<LightColour, string> = { green: '●', yellow: '▲', red: '■', grey: '○' }
const inks: Record<LightColour, string> = {
  green: 'text-green',
  yellow: 'text-amber',
  red: 'text-red',
  grey: 'text-ink-3',
}
const washes: Record<LightColour, string> = {
  green: 'bg-green-wash text-green',
  yellow: 'bg-amber-wash text-amber',
  red: 'bg-red-wash text-red',
  grey: 'bg-sunk text-ink-2',
}

type LightProps = {
  colour: LightColour
  /** False where the reason already says the word; screen readers hear it all the same, save grey. */
  word?: boolean
  children?: ReactNode
}

/** A light: shape, word and reason, never colour alone. */
export function Light({ colour, word = true, children }: LightProps) {
  const t = useTranslations('ui.light')
  return (
    <span className={`inline-flex items-baseline gap-1.5 text-sm ${inks[colour]}`}>
      <span aria-hidden="true" className="flex-none text-xs">
        {shapes[colour]}
      </span>
      <span>
        {word || colour !== 'grey' ? (
          <span className={word ? 'whitespace-nowrap font-semibold' : 'sr-only'}>{t(colour)}</span>
        ) : null}
        {children ? <span className={word ? 'ms-1.5' : ''}>{children}</span> : null}
      </span>
    </span>
  )
}

type LightCountProps = { colour: LightColour; count: number; href?: string; label: string }

/** A count in a grid cell, tinted by its worst light; `label` says what the figure counts. */
export function LightCount({ colour, count, href, label }: LightCountProps) {
  const t = useTranslations('ui.light')
  const name = `${label} ${count} · ${t(colour)}`
  const look = `inline-flex min-h-7 min-w-11 items-center justify-center gap-1 rounded-sm px-1.5 text-sm ${washes[colour]}`
  const shape = <span className="text-[0.625rem]">{shapes[colour]}</span>
  if (href) {
    return (
      <Anchor href={href} aria-label={name} title={name} className={`${look} hover:underline`}>
        {shape}
        {count}
      </Anchor>
    )
  }
  return (
    <span className={look}>
      <span aria-hidden="true" className="contents">
        {shape}
        {count}
      </span>
      <span className="sr-only">{name}</span>
    </span>
  )
}
