import type { RuleMessage } from '@/lib/rule-message'
import type { PlanMessage } from './rules'

/**
 * Names the problem or measure that a message is about by its number and title, so that the
 * sentence can stand alone in a list.
 */
export function named(
  messages: readonly PlanMessage[],
  plan: {
    problems: readonly { key: string; number: number; title: string }[]
    measures: readonly { key: string; title: string }[]
  },
): RuleMessage[] {
  return messages.map(({ code, params, about }) => {
    const problem = plan.problems.find(({ key }) => key === about.key)
    const index = plan.measures.findIndex(({ key }) => key === about.key)
    const number = about.type === 'problem' ? problem?.number : index + 1
    const title = about.type === 'problem' ? problem?.title : plan.measures[index]?.title
    return {
      code,
      params: { ...params, ...(number ? { number } : {}), ...(title ? { title } : {}) },
    }
  })
}
