import { useEventWords } from '@/components/case/event-words'
import { describeEvent } from '@/lib/audit/describe'
import type { RecordLine } from '@/lib/records/list-queries'

/** What a record says in one line, the same words as on the timeline. */
export function useRecordSentence() {
  const words = useEventWords()
  return ({ kind, told }: Pick<RecordLine, 'kind' | 'told'>) =>
    describeEvent(
      { kind: 'recordLogged', details: { recordId: '', record: kind, text: '', ...told } },
      words,
    ).sentence
}
