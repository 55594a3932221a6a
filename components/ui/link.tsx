import type { ComponentProps } from 'react'

type AnchorProps = Omit<ComponentProps<'a'>, 'href'> & { href: string }

/**
 * A link to a page of ours: a plain element, which `SoftLinks` follows without loading the document
 * anew. Nothing is fetched ahead: every page is made for its viewer, so that would cost queries.
 */
export function Anchor(props: AnchorProps) {
  return <a {...props} />
}

type TextLinkProps = AnchorProps & { quiet?: boolean }

/** A link inside text and tables; `quiet` for the grey ones beside a heading. */
export function TextLink({ quiet, className, ...rest }: TextLinkProps) {
  const look = `${quiet ? 'text-ink-2' : 'text-blue'} underline-offset-4 hover:underline`
  return <Anchor className={className ? `${look} ${className}` : look} {...rest} />
}
