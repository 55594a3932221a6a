import type { Route } from 'next'
import Link from 'next/link'
import type { ComponentProps } from 'react'

type AnchorProps = Omit<ComponentProps<'a'>, 'href'> & { href: string }

/** A link without prefetching: every page is made for its viewer, so fetching ahead costs queries. */
export function Anchor({ href, ...rest }: AnchorProps) {
  return <Link href={href as Route} prefetch={false} {...rest} />
}

type TextLinkProps = AnchorProps & { quiet?: boolean }

/** A link inside text and tables; `quiet` for the grey ones beside a heading. */
export function TextLink({ quiet, className = '', ...rest }: TextLinkProps) {
  const colour = quiet ? 'text-ink-2' : 'text-blue'
  return (
    <Anchor className={`${colour} underline-offset-4 hover:underline ${className}`} {...rest} />
  )
}
