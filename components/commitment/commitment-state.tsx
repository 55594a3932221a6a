import { Badge } from '@/components/ui/badge'
import type { CommitmentResult, CommitmentStatus } from '@/prisma/generated/enums'
import { useCommitmentWords } from './commitment-words'

const tones = {
  DRAFTED: 'amber',
  RETURNED: 'red',
  REVIEWED: 'blue',
  PUBLISHED: 'blue',
  CARRIED_OUT: 'amber',
  EVALUATED: 'grey',
  WITHDRAWN: 'grey',
} as const
const results = { KEPT: 'green', PARTLY: 'amber', BROKEN: 'red' } as const

type CommitmentStateProps = {
  status: CommitmentStatus
  result: CommitmentResult | null
  overdue: boolean
}

/** Where a commitment stands; once evaluated, what came of it. */
export function CommitmentState({ status, result, overdue }: CommitmentStateProps) {
  const words = useCommitmentWords()
  if (result) return <Badge tone={results[result]}>{words.result(result)}</Badge>
  return (
    <span className="inline-flex flex-wrap gap-2">
      <Badge tone={tones[status]}>{words.t(`status.${status}`)}</Badge>
      {overdue ? <Badge tone="red">{words.t('overdue')}</Badge> : null}
    </span>
  )
}
