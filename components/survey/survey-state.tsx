import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { SurveyState as State } from '@/prisma/generated/enums'

const tones = { OPEN: 'blue', CLOSED: 'amber', PUBLISHED: 'green' } as const

/** Where a round stands. */
export function SurveyState({ state }: { state: State }) {
  const t = useTranslations('surveys.state')
  return <Badge tone={tones[state]}>{t(state)}</Badge>
}
