import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { MeasureQuestion } from '@/lib/findings/question-queries'
import { formatDay } from '@/lib/i18n/format'

type MeasureQuestionsProps = { questions: readonly MeasureQuestion[]; ofOne?: boolean }

/** What inspectors found against measures reported done; nothing where all is decided. */
export function MeasureQuestions({ questions, ofOne }: MeasureQuestionsProps) {
  const t = useTranslations('findings.question')
  const locale = useLocale()
  if (questions.length === 0) return null
  return (
    <Notice tone="warn" title={t('title')}>
      <p>{t('text')}</p>
      <ul className="grid gap-1 pt-1">
        {questions.map(({ id, text, foundOn, measure }) => (
          <li key={id}>
            {ofOne ? null : (
              <span className="font-medium">
                {measure.number}. {measure.title}：
              </span>
            )}
            <span>{text.length > 80 ? `${text.slice(0, 80)}…` : text}</span>{' '}
            <TextLink href={`/findings/${id}`} className="underline">
              {formatDay(foundOn, locale)} {t('see')} ›
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
