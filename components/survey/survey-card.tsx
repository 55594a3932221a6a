import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import type { Day } from '@/lib/dates'
import type { SurveyLine } from '@/lib/surveys/queries'
import { SurveyList } from './survey-list'

type SurveyCardProps = {
  caseId: string
  surveys: SurveyLine[]
  today: Day
  /** The viewer organises surveys and the case stands where one may be opened. */
  mayOpen: boolean
}

/** 民意测评 on the page of a case. */
export function SurveyCard({ caseId, surveys, today, mayOpen }: SurveyCardProps) {
  const t = useTranslations('surveys')
  return (
    <Card
      flush
      id="surveys"
      title={t('title')}
      foot={
        mayOpen ? <TextLink href={`/surveys/new?case=${caseId}`}>{t('open')}</TextLink> : undefined
      }
    >
      <SurveyList
        ofOne
        surveys={surveys}
        today={today}
        empty={<EmptyState title={t(mayOpen ? 'noneOnCase' : 'nonePublished')} />}
      />
    </Card>
  )
}
