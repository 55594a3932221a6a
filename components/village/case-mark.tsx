import { useTranslations } from 'next-intl'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { isTransformed } from '@/lib/cases/workflow'
import type { Stage } from '@/prisma/generated/enums'

type CaseMarkProps = {
  kase: {
    id: string
    stage: Stage
    paused: boolean
    previousCaseId: string | null
    origin: string
    batch: { name: string } | null
  }
}

/** A case of a village in a few words: its batch and stage, and what is special about it. */
export function CaseMark({ kase }: CaseMarkProps) {
  const t = useTranslations('villages')
  const terms = useTranslations('terms')
  const stage = terms(`stage.${kase.stage}`)
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <TextLink href={`/cases/${kase.id}`}>
        {kase.batch ? t('case', { batch: kase.batch.name, stage }) : stage}
      </TextLink>
      {kase.paused ? <Mark>{t('pausedMark')}</Mark> : null}
      {kase.previousCaseId ? <Mark tone="amber">{t('relapseMark')}</Mark> : null}
      {kase.origin === 'HISTORICAL' ? <Mark>{terms('origin.HISTORICAL')}</Mark> : null}
      {isTransformed(kase.stage) ? <span aria-hidden="true">✓</span> : null}
    </span>
  )
}

function Mark({ children, tone }: { children: string; tone?: BadgeTone }) {
  return <Badge tone={tone}>{children}</Badge>
}
