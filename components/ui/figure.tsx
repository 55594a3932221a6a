import { Anchor } from './link'

type FigureProps = { value: string | number; label: string; note?: string; href?: string }

/** A figure with its name; with `href` it opens the list that it counts. */
export function Figure({ value, label, note, href }: FigureProps) {
  const face = (
    <>
      <span className="block text-xl leading-tight font-semibold">{value}</span>
      <span className="block text-sm text-ink-2">{label}</span>
      {note ? <span className="block text-xs text-ink-3">{note}</span> : null}
    </>
  )
  if (!href) return <div className="px-1 py-1">{face}</div>
  return (
    <Anchor href={href} className="block rounded-md px-1 py-1 hover:bg-brand-wash">
      {face}
    </Anchor>
  )
}
