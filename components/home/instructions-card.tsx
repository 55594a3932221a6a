import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { InstructionState } from '@/components/coordination/instruction-state'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { nearDay } from '@/lib/cases/light-words'
import type { Home } from '@/lib/dashboards/home-queries'
import type { Day } from '@/lib/dates'

type InstructionsCardProps = { instructions: NonNullable<Home['instructions']>; today: Day }

/** What a leader instructed, and what was done about it. */
export function InstructionsCard({ instructions, today }: InstructionsCardProps) {
  const t = useTranslations('coordination')
  const home = useTranslations('home')
  const locale = useLocale()
  return (
    <Card
      flush
      title={home('instructions')}
      aside={
        <TextLink quiet href="/instructions">
          {home('toInstructions')} ›
        </TextLink>
      }
    >
      <RowList>
        {instructions.map((row) => (
          <Row
            key={row.id}
            tag={<InstructionState {...row} />}
            title={
              <>
                <TextLink href={`/instructions/${row.id}`}>{row.village}</TextLink>
                <span className="ms-2 text-md text-ink-2">{nearDay(row.day, today, locale)}</span>
              </>
            }
            sub={
              row.answeredOn
                ? t('answerOf', { organisation: row.organisation, text: row.answer })
                : row.text
            }
            light={
              row.light.colour === 'grey' ? null : (
                <CaseLight light={row.light} today={today} short />
              )
            }
          />
        ))}
      </RowList>
    </Card>
  )
}
