import { expect, test } from 'vitest'
import { newId } from '@/lib/ids'
import { choiceOf, type PhoneRecordKind, phoneRecordKinds } from '@/lib/offline/record-kinds'
import { addRecordInput } from '@/lib/records/schema'

const kinds: readonly PhoneRecordKind[] = phoneRecordKinds
const sent = (kind: string, detail: object) => ({
  ...{ id: newId(), caseId: newId(), kind, day: '2026-03-11', text: '调解两户宅基地纠纷。' },
  detail,
})

test.each(kinds)('the server takes $kind as the phone writes it', ({ kind, choice }) => {
  const details = choice ? choice.options.map((option) => ({ [choice.name]: option })) : [{}]
  for (const detail of details) {
    expect(addRecordInput.safeParse(sent(kind, detail)).error).toBeUndefined()
  }
  // And nothing else has to be chosen: without its choice it is refused, with it taken.
  expect(addRecordInput.safeParse(sent(kind, {})).success).toBe(choice === undefined)
  expect(choiceOf(kind)).toBe(choice)
})
