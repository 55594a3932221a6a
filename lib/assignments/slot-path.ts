import { type Slot, slots } from './rules'

/** `HELPER_UNIT` ↔ `helper-unit`, as the address of a slot's page writes it. */
export function slotPath(caseId: string, slot: Slot): string {
  return `/cases/${caseId}/responsibility/${slot.toLowerCase().replaceAll('_', '-')}`
}

/** The slot of a page's address; undefined when it is none. */
export function slotOf(part: string): Slot | undefined {
  return slots.find((slot) => slot.toLowerCase().replaceAll('_', '-') === part)
}
