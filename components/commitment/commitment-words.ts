import { useTranslations } from 'next-intl'
import type { CommitmentPosition, CommitmentResult } from '@/prisma/generated/enums'

type Row = { position: CommitmentPosition; memberCount: number | null }

/** Who commits, by position and, for party members, their number; and what came of it. */
export function useCommitmentWords() {
  const t = useTranslations('commitments')
  const terms = useTranslations('terms')
  const who = ({ position, memberCount }: Row) => {
    const named = terms(`commitmentPosition.${position}`)
    return memberCount === null ? named : t('membersOf', { position: named, count: memberCount })
  }
  const result = (given: CommitmentResult | null) => given && terms(`commitmentResult.${given}`)
  return { t, terms, who, result }
}
