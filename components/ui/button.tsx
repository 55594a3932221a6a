import type { ComponentProps } from 'react'
import { Anchor } from './link'

export type ButtonTone = 'plain' | 'primary' | 'danger' | 'quiet'
export type ButtonSize = 'sm' | 'md' | 'lg'
type Look = { tone?: ButtonTone; size?: ButtonSize }

const tones: Record<ButtonTone, string> = {
  plain: 'border-edge bg-paper text-ink hover:border-ink-2 hover:bg-ground',
  primary: 'border-brand bg-brand text-white hover:border-brand-deep hover:bg-brand-deep',
  danger: 'border-red bg-paper text-red hover:bg-red-wash',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunk hover:text-ink',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-(--control-small) px-3 text-sm',
  md: 'min-h-(--control) px-4 text-md',
  lg: 'min-h-[3.25rem] w-full px-6 text-lg font-semibold',
}

/** The classes of a button, for the rare element that is neither a button nor a link. */
function buttonClass({ tone = 'plain', size = 'md' }: Look = {}): string {
  return `screen-only inline-flex items-center justify-center gap-1.5 rounded-md border text-center no-underline aria-disabled:opacity-60 ${tones[tone]} ${sizes[size]}`
}

/** A button; `type` is `button` unless said otherwise. */
export function Button({
  tone,
  size,
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look) {
  return <button type={type} className={`${buttonClass({ tone, size })} ${className}`} {...rest} />
}

/** A link that looks like a button: it leads to where something is done. */
export function LinkButton({
  tone,
  size,
  className = '',
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { href: string } & Look) {
  return <Anchor className={`${buttonClass({ tone, size })} ${className}`} {...rest} />
}
