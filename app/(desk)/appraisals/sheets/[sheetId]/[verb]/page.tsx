import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AnswerCard } from '@/components/appraisal/answer-card'
import { SelfFields, VerifyFields } from '@/components/appraisal/verify-fields'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, SelectField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readSheet } from '@/lib/appraisals/queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { answer, appeal, score, verify } from '../../../actions'

const steps = {
  verify: { action: verify, may: 'appraisal.manage', submit: 'verify.submit' },
  score: { action: score, may: 'appraisal.selfScore', submit: 'self.submit' },
  appeal: { action: appeal, may: 'appraisal.appeal', submit: 'appeal.submit' },
  answer: { action: answer, may: 'appraisal.answer', submit: 'appeal.submitAnswer' },
} as const

const isStep = (value: string): value is keyof typeof steps => value in steps

type Props = { params: Promise<{ sheetId: string; verb: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { verb } = await params
  const t = await getTranslations('appraisals')
  return { title: isStep(verb) ? t(`verb.${verb}`) : t('sheet.one') }
}

/** One step of a sheet: verified or answered by the office, scored or appealed against by the organisation. */
export default async function SheetVerbPage({ params }: Props) {
  const { sheetId, verb } = await params
  if (!isId(sheetId) || !isStep(verb)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readSheet(viewer, sheetId))
  const { sheet, appraisal, values } = found
  const { action, may, submit } = steps[verb]
  const subject = { countyId: sheet.countyId, addresseeId: sheet.organisationId }
  if (!can(viewer, may, subject)) forbidden()
  const t = await getTranslations('appraisals')
  const locale = await getLocale()
  const lang = locale === 'en' ? 'en' : 'zh'
  const back = `/appraisals/sheets/${sheet.id}`
  const pending = found.appeals.filter((one) => one.mayAnswer)
  const open = {
    verify: found.mayVerify,
    score: found.mayScore,
    appeal: found.mayAppeal,
    answer: pending.length > 0,
  }[verb]
  const lead = {
    verify: t('verify.lead'),
    score: t('self.lead'),
    appeal: appraisal.appealUntil
      ? t('appeal.lead', { until: formatDay(appraisal.appealUntil, locale) })
      : '',
    answer: '',
  }[verb]
  return (
    <div className="stack">
      <PageHead
        title={t(`verb.${verb}`)}
        crumbs={[
          { label: t('title'), href: '/appraisals' },
          { label: sheet.organisationName, href: back },
          { label: t(`verb.${verb}`) },
        ]}
        lead={lead}
      />
      {verb === 'answer'
        ? pending.map((one) => (
            <AnswerCard key={one.id} appeal={one} values={values} action={answer} cancel={back} />
          ))
        : null}
      {open && verb !== 'answer' ? (
        <Card narrow>
          <ActionForm
            action={action}
            submit={t(submit)}
            draft={`appraisal-${verb}:${sheet.id}`}
            cancel={back}
          >
            <HiddenField name="sheetId" value={sheet.id} />
            <HiddenField name="version" value={sheet.version} />
            {verb === 'verify' ? <VerifyFields {...found} /> : null}
            {verb === 'score' ? <SelfFields values={values} /> : null}
            {verb === 'appeal' ? (
              <>
                <SelectField
                  name="code"
                  label={t('appeal.about')}
                  optional
                  blank={t('appeal.whole')}
                  options={values.map(({ code, indicator }) => ({
                    value: code,
                    label: indicator?.title[lang] ?? code,
                  }))}
                />
                <TextAreaField name="reason" label={t('appeal.reason')} rows={6} max={2000} />
              </>
            ) : null}
          </ActionForm>
        </Card>
      ) : null}
      {open ? null : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {t(verb === 'answer' ? 'appeal.nothing' : 'elsewhere')}
        </Notice>
      )}
    </div>
  )
}
