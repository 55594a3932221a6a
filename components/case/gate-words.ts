import { useLocale, useTranslations } from 'next-intl'
import type { GateItem } from '@/lib/cases/gate'
import { formatDay, formatNumber } from '@/lib/i18n/format'
import { withInnerQuotes } from '@/lib/i18n/quoted'
import type { RuleMessage } from '@/lib/rule-message'

const shownAtMost = 3

/** An exception of the case, as the gate list and the closure form print it. */
export type ExceptionOf = {
  criterion: string
  body: string
  decidedOn: string
  documentNo: string
  reason: string
}

/** The sentences of a gate list: what a criterion asks, what is missing, which meeting excepted it. */
export function useGateWords() {
  const t = useTranslations('gate')
  const terms = useTranslations('terms')
  const locale = useLocale()

  function sentence({ code, params = {} }: RuleMessage): string {
    const { post, slot, position, until, regulation, survey, ...rest } = params
    return t(
      `missing.${code}` as never,
      {
        ...withInnerQuotes(rest),
        ...(post !== undefined && { post: terms(`postTitle.${post}` as never) }),
        ...(slot !== undefined && { slot: terms(`slot.${slot}` as never) }),
        ...(position !== undefined && {
          position: terms(`commitmentPosition.${position}` as never),
        }),
        ...(regulation !== undefined && { title: terms(`regulation.${regulation}` as never) }),
        ...(survey !== undefined && { survey: terms(`surveyKind.${survey}` as never) }),
        ...(until !== undefined && { until: formatDay(String(until), locale) }),
      } as never,
    )
  }

  function missing(messages: readonly RuleMessage[]): string {
    const shown = messages.slice(0, shownAtMost).map(sentence).join(t('separator'))
    return messages.length > shownAtMost
      ? `${shown}${t('separator')}${t('andMore', { count: messages.length })}`
      : shown
  }

  function exception(of: ExceptionOf): string {
    const { body, decidedOn, documentNo, reason } = of
    const day = formatDay(decidedOn, locale)
    return t('exceptionBy', { body, day, documentNo: documentNo || 'none', reason })
  }

  /** What a criterion that holds was measured against. */
  function measured({ code, params }: GateItem): string | undefined {
    const number = (value: unknown) => formatNumber(Number(value ?? 0), 1)
    switch (code) {
      case 'measuresDone':
        return t('measures', { total: number(params.total) })
      case 'problemsVerified':
        return t('problems', { total: number(params.total) })
      case 'regulations':
        return t('regulations', { total: number(params.total) })
      case 'commitments':
        return t('commitments', { total: number(params.total) })
      case 'noticesClosed':
        return t('notices', { total: number(params.total) })
      case 'survey':
        return t('survey', { percents: String(params.percents) })
      case 'leadingTeam':
        return t('reserves', {
          reserves: number(params.reserves),
          required: number(params.required),
        })
      case 'townshipAcceptance':
      case 'countyAcceptance':
        return t('score', { total: number(params.total), minScore: number(params.minScore) })
      case 'consolidation':
        return t('months', { months: Number(params.months ?? 0) })
      default:
        return undefined
    }
  }

  return {
    t,
    criterion: (code: string) => terms(`criterion.${code}` as never),
    missing,
    exception,
    measured,
  }
}
