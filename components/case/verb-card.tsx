import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { Stage } from '@/prisma/generated/enums'

type VerbCardProps = {
  title: string
  lead?: ReactNode
  caseId: string
  stage: Stage
  /** Why the verb cannot be done now; the form is left out then. */
  blocked: 'casePaused' | 'wrongStage' | null
  children: ReactNode
}

/** The page of a verb: what it does and its form, or why it cannot be done now. */
export function VerbCard({ title, lead, caseId, stage, blocked, children }: VerbCardProps) {
  const t = useTranslations('exceptional')
  const terms = useTranslations('terms.stage')
  if (blocked) {
    return (
      <Notice
        tone="warn"
        title={title}
        action={<TextLink href={`/cases/${caseId}`}>{t('back')}</TextLink>}
      >
        {t(`blocked.${blocked}`, { stage: terms(stage) })}
      </Notice>
    )
  }
  return (
    <Card title={title}>
      <div className="grid gap-4">
        {lead ? <p className="measure muted text-md">{lead}</p> : null}
        {children}
      </div>
    </Card>
  )
}
