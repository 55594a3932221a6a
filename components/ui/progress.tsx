import { Anchor } from './link'

type ProgressProps = { label: string; value: number; max: number; tone?: 'go' | 'done' | 'late' }

const fills = {
  go: 'fill-[#3b78b8]',
  done: 'fill-green',
  late: 'fill-red',
  wait: 'fill-[#6f7b88]',
  near: 'fill-[#16427a]',
  none: 'fill-[#aab2bc]',
} as const
const swatches = {
  go: 'bg-[#3b78b8]',
  done: 'bg-green',
  late: 'bg-red',
  wait: 'bg-[#6f7b88]',
  near: 'bg-[#16427a]',
  none: 'bg-[#aab2bc]',
} as const

/** How far something has come. */
export function Progress({ label, value, max, tone = 'go' }: ProgressProps) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className="h-2 overflow-hidden rounded-full bg-sunk"
    >
      <svg aria-hidden="true" className="block h-full w-full">
        <rect width={`${share}%`} height="100%" className={fills[tone]} />
      </svg>
    </div>
  )
}

export type BandPart = { label: string; value: number; tone: keyof typeof fills; href?: string }

type BandProps = { label: string; parts: BandPart[]; legend?: boolean }

/** A whole split into parts, left to right, with the figures in words below. */
export function Band({ label, parts, legend = true }: BandProps) {
  const shown = parts.filter((part) => part.value > 0)
  const total = shown.reduce((sum, part) => sum + part.value, 0)
  const starts = shown.map((_, i) => shown.slice(0, i).reduce((sum, part) => sum + part.value, 0))
  const words = shown.map((part) => `${part.label} ${part.value}`).join(' · ')
  return (
    <div className="grid gap-1.5">
      <svg
        role="img"
        aria-label={`${label}: ${words}`}
        className="block h-2.5 w-full rounded-full bg-sunk"
      >
        {shown.map((part, i) => (
          <rect
            key={part.label}
            x={`${((starts[i] ?? 0) / total) * 100}%`}
            width={`${(part.value / total) * 100}%`}
            height="100%"
            strokeWidth={shown.length > 1 ? 2 : 0}
            className={`stroke-paper ${fills[part.tone]}`}
          />
        ))}
      </svg>
      {legend ? <Legend parts={shown} /> : null}
    </div>
  )
}

function Legend({ parts }: { parts: BandPart[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {parts.map((part) => (
        <li key={part.label} className="flex items-baseline gap-1.5">
          <span
            aria-hidden="true"
            className={`size-2.5 rounded-xs [print-color-adjust:exact] ${swatches[part.tone]}`}
          />
          {part.href ? (
            <Anchor href={part.href} className="hover:underline">
              {part.label} {part.value}
            </Anchor>
          ) : (
            <span>
              {part.label} {part.value}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
