import { forbidden } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { can } from '@/lib/access/policy'
import type { Subject } from '@/lib/access/relations'
import type { Viewer } from '@/lib/access/viewer-types'
import { stageAllows, transitionOf, type Verb } from '@/lib/cases/workflow'
import type { Stage } from '@/prisma/generated/enums'

type VerbCardProps = {
  viewer: Viewer
  subject: Subject
  kase: { id: string; stage: Stage; paused: boolean }
  verb: Verb
  /** Wider than a form: for verbs with a document or a list to read first. */
  wide?: boolean
  children: ReactNode
}

/**
 * The page of one verb of a case. Whoever the rulebook does not allow it gets the 403 page; in the
 * wrong stage, or while the case is paused, it says so and leads back.
 */
export function VerbCard({ viewer, subject, kase, verb, wide, children }: VerbCardProps) {
  const terms = useTranslations('terms.verb')
  const errors = useTranslations('errors')
  const t = useTranslations('plans')
  if (!can(viewer, transitionOf(verb).may, subject)) forbidden()
  if (!stageAllows(verb, kase)) {
    return (
      <Notice
        tone="warn"
        title={terms(verb)}
        action={<LinkButton href={`/cases/${kase.id}`}>{t('backToCase')}</LinkButton>}
      >
        {errors(kase.paused ? 'casePaused' : 'wrongStage')}
      </Notice>
    )
  }
  return (
    <Card title={terms(verb)} narrow={!wide}>
      {children}
    </Card>
  )
}
