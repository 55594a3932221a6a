import type { ReactNode } from 'react'

export type BadgeTone = 'grey' | 'blue' | 'green' | 'amber' | 'red' | 'brand'

const tones: Record<BadgeTone, string> = {
  grey: 'bg-sunk text-ink-2',
  blue: 'bg-blue-wash text-blue',
  green: 'bg-green-wash text-green',
  amber: 'bg-amber-wash text-amber',
  red: 'bg-red-wash text-red',
  brand: 'bg-brand-wash text-brand',
}

/** A short word about a thing: its stage, its kind, a mark. */
export function Badge({ tone = 'grey', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={`inline-block whitespace-nowrap rounded-sm px-2 text-sm leading-6 ${tones[tone]}`}
    >
      {children}
    </span>
  )
}
