import { useLocale, useTranslations } from 'next-intl'
import { type Fact, Facts } from '@/components/ui/facts'
import { toDay } from '@/lib/dates'
import type { DrawList } from '@/lib/draws/list'
import { formatDay, formatInstant } from '@/lib/i18n/format'

export type DrawRow = {
  number: number
  listSha256: string
  eligible: number
  frozenByName: string
  frozenAt: Date
  random: string | null
  publicSource: string
  publicOn: Date | null
  seededByName: string
  seededAt: Date | null
  publicNumber: string
  seed: string | null
  drawnByName: string
  drawnAt: Date | null
}

const Code = ({ children }: { children: string }) => (
  <code className="break-all font-mono text-sm">{children}</code>
)

/** The rules of a draw in one line. */
function useRules() {
  const t = useTranslations('inspections.draw.rule')
  return ({ strata, size, lots }: DrawList['rules']) => {
    const even = Object.values(lots).every((held) => held === 1)
    const kind = size.kind === 'NUMBER' && strata === 'NONE' ? ('NUMBER_NONE' as const) : size.kind
    return [
      t(strata),
      t(kind, { value: size.value }),
      even ? t('even') : t('lots', { ...lots }),
    ].join(' · ')
  }
}

/** Every fact of a draw in the order it came about. */
export function useDrawFacts(draw: DrawRow, list: DrawList, total: number): Fact[] {
  const t = useTranslations('inspections.draw')
  const locale = useLocale()
  const rules = useRules()
  const by = (name: string, at: Date | null) =>
    at ? t('byAt', { name, at: formatInstant(at, locale) }) : null
  return [
    { label: t('rules'), value: rules(list.rules) },
    { label: t('list'), value: t('total', { eligible: draw.eligible, total }) },
    { label: t('hash'), value: <Code>{draw.listSha256}</Code> },
    { label: t('frozenBy'), value: by(draw.frozenByName, draw.frozenAt) },
    { label: t('random'), value: draw.random ? <Code>{draw.random}</Code> : null },
    { label: t('seededBy'), value: by(draw.seededByName, draw.seededAt) },
    { label: t('publicSource'), value: draw.publicSource },
    { label: t('publicOn'), value: draw.publicOn && formatDay(toDay(draw.publicOn), locale) },
    { label: t('publicNumber'), value: draw.publicNumber },
    { label: t('seed'), value: draw.seed ? <Code>{draw.seed}</Code> : null },
    { label: t('drawnBy'), value: by(draw.drawnByName, draw.drawnAt) },
  ].filter(({ value }) => value !== null && value !== '')
}

type DrawFactsProps = { draw: DrawRow; list: DrawList; total: number }

export function DrawFacts({ draw, list, total }: DrawFactsProps) {
  return <Facts items={useDrawFacts(draw, list, total)} />
}
