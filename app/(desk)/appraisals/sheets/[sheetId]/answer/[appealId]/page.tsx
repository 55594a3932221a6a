import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { pointsOf } from '@/lib/appraisals/points'
import { readSheet } from '@/lib/appraisals/queries'
import { isId } from '@/lib/ids'
import { answer } from '../../../../actions'

type Props = { params: Promise<{ sheetId: string; appealId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appraisals'))('verb.answer') }
}

/** Answers one appeal, under what was said in it. */
export default async function AnswerAppealPage({ params }: Props) {
  const { sheetId, appealId } = await params
  if (!isId(sheetId) || !isId(appealId)) notFound()
  const viewer = await requireViewer()
  const { sheet, appeals, values } = await forPage(readSheet(viewer, sheetId))
  const one = appeals.find(({ id }) => id === appealId)
  if (!one) notFound()
  if (!can(viewer, 'appraisal.answer', { countyId: sheet.countyId })) forbidden()
  const t = await getTranslations('appraisals')
  const lang = (await getLocale()) === 'en' ? 'en' : 'zh'
  const back = `/appraisals/sheets/${sheet.id}`
  const value = values.find(({ code }) => code === one.code)
  return (
    <div className="stack">
      <PageHead
        title={t('verb.answer')}
        crumbs={[
          { label: t('title'), href: '/appraisals' },
          { label: sheet.organisationName, href: back },
          { label: t('verb.answer') },
        ]}
      />
      <Card title={one.title?.[lang] ?? t('appeal.whole')} narrow>
        <p className="measure whitespace-pre-line">{one.reason}</p>
      </Card>
      {one.mayAnswer ? (
        <Card narrow>
          <ActionForm
            action={answer}
            submit={t('appeal.submitAnswer')}
            draft={`appeal:${one.id}`}
            cancel={back}
          >
            <HiddenField name="appealId" value={one.id} />
            <HiddenField name="version" value={one.version} />
            <SelectField
              name="outcome"
              label={t('appeal.outcome')}
              options={(['UPHELD', 'REJECTED'] as const).map((outcome) => ({
                value: outcome,
                label: t(outcome === 'UPHELD' ? 'appeal.upheld' : 'appeal.rejected'),
              }))}
            />
            {value && value.score !== null ? (
              <TextField
                name="corrected"
                label={t('appeal.corrected')}
                hint={t('appeal.correctedHint', { full: pointsOf(value.effective) })}
                optional
                maxLength={6}
              />
            ) : null}
            <TextAreaField name="answer" label={t('appeal.answer')} rows={5} />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {one.answeredOn ? t('elsewhere') : t('appeal.own')}
        </Notice>
      )}
    </div>
  )
}
