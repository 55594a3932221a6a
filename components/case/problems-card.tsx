import { useLocale, useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import type { OverviewRow } from '@/lib/cases/overview-queries'
import type { InternalNotes } from '@/lib/internal-notes/queries'
import type { ProblemStatus } from '@/prisma/generated/enums'
import { InternalNote } from './internal-note'

const tones: Record<ProblemStatus, BadgeTone> = { OPEN: 'amber', SOLVED: 'blue', VERIFIED: 'green' }

type ProblemsCardProps = {
  caseId: string
  problems: OverviewRow['problems']
  internal: InternalNotes
  /** A candidate shows what was found and by what evidence, before there is a status. */
  findings: boolean
}

/** The problems of a village with their category and how far each has come. */
export function ProblemsCard({ caseId, problems, internal, findings }: ProblemsCardProps) {
  const t = useTranslations('cases.overview')
  const terms = useTranslations('terms')
  const verified = problems.filter(({ status }) => status === 'VERIFIED').length
  return (
    <Card
      id="problems"
      flush
      title={t(findings ? 'findings' : 'problems', { count: problems.length })}
      aside={findings ? undefined : t('verified', { verified, count: problems.length })}
    >
      <ol>
        {problems.map((problem) => (
          <li key={problem.id} className="unbroken border-t border-line px-4 py-3">
            <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
              <span className="text-ink-3">{problem.number}</span>
              <TextLink href={`/cases/${caseId}/problems/${problem.id}`} className="font-medium">
                {problem.title}
              </TextLink>
              <span className="ms-auto flex gap-1.5">
                <Badge>{terms(`categoryLong.${problem.category}`)}</Badge>
                {findings ? null : (
                  <Badge tone={tones[problem.status]}>
                    {terms(`problemStatus.${problem.status}`)}
                  </Badge>
                )}
              </span>
            </div>
            <div className="grid gap-1 text-md text-ink-2">
              <Kind title={problem.title} kind={problem.kind} />
              <Said label={t('cause')} text={problem.cause} />
              <Said label={t('evidence')} text={problem.evidence} />
              <Said label={t('solution')} text={problem.solution} />
              <Said label={t('verification')} text={problem.verification} />
              <InternalNote notes={internal[problem.id]} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** The kind of the dictionary, unless the title is that already. */
function Kind({ title, kind }: { title: string; kind: { titleZh: string; titleEn: string } }) {
  const name = useLocale() === 'en' ? kind.titleEn : kind.titleZh
  return name === title ? null : <p>{name}</p>
}

function Said({ label, text }: { label: string; text: string }) {
  if (!text.trim()) return null
  return (
    <p className="whitespace-pre-wrap">
      <span className="me-2 text-ink-3">{label}</span>
      {text}
    </p>
  )
}
