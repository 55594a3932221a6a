import type { Day } from '@/lib/dates'
import type { RuleMessage } from '@/lib/rule-message'

/**
 * The responsibility slots of a case (责任分工): 县领导 · 乡镇领导(包村) · 包村干部 · 帮扶单位 ·
 * 第一书记、驻村队员 · 共建支部.
 */
export const slots = [
  'COUNTY_LEADER',
  'TOWNSHIP_LEADER',
  'TOWNSHIP_OFFICER',
  'HELPER_UNIT',
  'WORK_TEAM',
  'PAIRED_BRANCH',
] as const

export type Slot = (typeof slots)[number]

/** 四个一: 县领导联村、乡镇领导包村、第一书记驻村、县以上机关结对. Empty ones show as gaps. */
export const standardSlots = [
  'COUNTY_LEADER',
  'TOWNSHIP_LEADER',
  'WORK_TEAM',
  'HELPER_UNIT',
] as const satisfies readonly Slot[]

/** The role under which a slot is held and logged by an account; the paired branch has none. */
export const roleOfSlot = {
  COUNTY_LEADER: 'COUNTY_LEADER',
  TOWNSHIP_LEADER: 'TOWNSHIP',
  TOWNSHIP_OFFICER: 'TOWNSHIP',
  HELPER_UNIT: 'HELPER_UNIT',
  WORK_TEAM: 'WORK_TEAM',
  PAIRED_BRANCH: null,
} as const satisfies Record<Slot, string | null>

const boundSlots: readonly Slot[] = ['HELPER_UNIT', 'WORK_TEAM']
const releasedStages = ['CLOSED', 'NOT_CONFIRMED']

/** Someone in a slot from one day to another, both included; `to` null while it lasts. */
export type SlotPeriod = { slot: Slot; from: Day; to: Day | null }

/** Whether an assignment is in force on a day. */
export function isInForce(period: Pick<SlotPeriod, 'from' | 'to'>, today: Day): boolean {
  return period.from <= today && (period.to === null || today <= period.to)
}

/** Whoever holds a slot, as it is stored: `holderId` tells holders apart, `words` name them. */
export function holderOf(row: {
  organisationId: string | null
  userId: string | null
  personName: string
  organisation: { name: string } | null
}) {
  return {
    holderId: `${row.organisationId}/${row.userId ?? row.personName}`,
    words: [row.organisation?.name, row.personName].filter(Boolean).join(' '),
  }
}

/** The standard slots that nobody holds on a day, in their order. */
export function slotGaps(assignments: readonly SlotPeriod[], today: Day): Slot[] {
  const held = new Set(
    assignments.filter((period) => isInForce(period, today)).map((period) => period.slot),
  )
  return standardSlots.filter((slot) => !held.has(slot))
}

/**
 * Whether 包保 binds a slot (不转化不脱钩、不达标不撤离): helper unit and work team are held until
 * the case is closed, or falls away by not being confirmed.
 */
export function isBound(slot: Slot, stage: string): boolean {
  return boundSlots.includes(slot) && !releasedStages.includes(stage)
}

/** What stands against ending an assignment without a successor: `slotBound` (with `slot`). */
export function endErrors({ slot, stage }: { slot: Slot; stage: string }): RuleMessage[] {
  return isBound(slot, stage) ? [{ code: 'slotBound', params: { slot } }] : []
}

/**
 * What stands against putting a successor into a slot in one step: `successorSame` (the same
 * holder again), `successorTooEarly` (from a day not after the predecessor's first), and
 * for bound slots `handoverNoteMissing`.
 */
export function replaceErrors(change: {
  slot: Slot
  stage: string
  predecessor: { holderId: string; from: Day }
  successor: { holderId: string; from: Day }
  handoverNote: string
}): RuleMessage[] {
  const { slot, stage, predecessor, successor } = change
  const errors: RuleMessage[] = []
  if (predecessor.holderId === successor.holderId) errors.push({ code: 'successorSame' })
  if (successor.from <= predecessor.from) {
    errors.push({ code: 'successorTooEarly', params: { from: predecessor.from } })
  }
  if (isBound(slot, stage) && change.handoverNote.trim() === '') {
    errors.push({ code: 'handoverNoteMissing', params: { slot } })
  }
  return errors
}
