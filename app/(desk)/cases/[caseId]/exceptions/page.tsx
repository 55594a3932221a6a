import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DecisionFields } from '@/components/case/decision-fields'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, SelectField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isListed, isOpen } from '@/lib/cases/workflow'
import { officialBodies } from '@/lib/decisions/official-bodies'
import { readException } from '@/lib/exceptions/queries'
import { criterionCodes } from '@/lib/rule-sets/schema'
import { recordException } from './actions'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('exceptionTitle') }
}

export default async function ExceptionPage({ params }: Props) {
  const { caseId } = await params
  const t = await getTranslations('acceptance')
  const terms = await getTranslations('terms')
  const viewer = await requireViewer()
  const { kase, ruleSet, exceptions } = await forPage(readException(viewer, caseId))
  const back = `/cases/${caseId}/acceptance`
  const left = criterionCodes.filter(
    (code) =>
      ruleSet.criteria[code].enabled && !exceptions.some(({ criterion }) => criterion === code),
  )
  const open = isOpen(kase.stage) && isListed(kase.stage) && !kase.paused
  if (!open || left.length === 0) {
    return (
      <Notice
        tone="warn"
        title={t('exceptionTitle')}
        action={<TextLink href={back}>{t('back')}</TextLink>}
      >
        {t(open ? 'noneLeft' : 'exceptionClosed')}
      </Notice>
    )
  }
  return (
    <Card title={t('exceptionTitle')} narrow>
      <div className="grid gap-4">
        <p className="measure muted text-md">{t('exceptionLead')}</p>
        <ActionForm
          action={recordException}
          submit={t('record')}
          draft={`exception:${caseId}`}
          cancel={back}
        >
          <HiddenField name="caseId" value={caseId} />
          <SelectField
            name="criterion"
            label={t('criterion')}
            options={left.map((code) => ({ value: code, label: terms(`criterion.${code}`) }))}
          />
          <TextAreaField name="reason" label={t('exceptionReason')} rows={3} max={2000} />
          <DecisionFields body={officialBodies.DEPARTMENT_MEETING} today={viewer.today} />
        </ActionForm>
      </div>
    </Card>
  )
}
