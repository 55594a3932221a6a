import { useLocale, useTranslations } from 'next-intl'
import { ButtonsForm } from '@/components/form/buttons-form'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { DemoMark } from '@/components/village/demo-mark'
import type { FormAction } from '@/lib/form-state'
import { formatDayShort } from '@/lib/i18n/format'
import type { Asked } from '@/lib/meetings/asked-queries'

type AskedCardProps = { asked: Asked; report: FormAction }

/** Before a 调度会: one's own measures on which nothing was said yet, each answered by one tap. */
export function AskedCard({ asked: { meeting, measures }, report }: AskedCardProps) {
  const t = useTranslations('meeting.asked')
  const locale = useLocale()
  const form = 'unchanged'
  const button = (ids: readonly string[], label: string, word: string) => (
    <Button
      type="submit"
      size="sm"
      form={form}
      name="measureIds"
      value={ids.join()}
      aria-label={label}
    >
      {word}
    </Button>
  )
  return (
    <Card
      flush
      title={t('title', { day: formatDayShort(meeting.heldOn, locale) })}
      foot={
        measures.length > 1
          ? button(
              measures.map(({ id }) => id),
              t('allUnchanged', { count: measures.length }),
              t('allUnchanged', { count: measures.length }),
            )
          : undefined
      }
    >
      <p className="px-4 pb-2 text-md text-ink-2">{t('lead')}</p>
      <ButtonsForm id={form} action={report}>
        <input type="hidden" name="meetingId" value={meeting.id} />
      </ButtonsForm>
      <RowList>
        {measures.map(({ id, title, percent, caseId, village }) => (
          <Row
            key={id}
            title={<TextLink href={`/cases/${caseId}/measures/${id}`}>{title}</TextLink>}
            sub={
              <>
                {village.name}
                <DemoMark village={village} /> · {t('percent', { percent })}
              </>
            }
            action={button([id], t('unchangedOf', { title }), t('unchanged'))}
          />
        ))}
      </RowList>
    </Card>
  )
}
