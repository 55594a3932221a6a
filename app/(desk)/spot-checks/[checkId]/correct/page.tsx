import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { FindingRows, SheetFields } from '@/components/spot-check/sheet-fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { VisitKey } from '@/components/visit/visit-key'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId, newId } from '@/lib/ids'
import { readSpotCheck } from '@/lib/spot-checks/queries'
import { correct } from '../../actions'

type Props = { params: Promise<{ checkId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spotChecks'))('page.correct') }
}

/** A correction: the report as it stands, changed, with the reason, as its next version. */
export default async function CorrectCheckPage({ params }: Props) {
  const { checkId } = await params
  if (!isId(checkId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readSpotCheck(viewer, checkId))
  const { check, sheet, reports, known, mayCorrect } = page
  const [latest] = reports
  if (!mayCorrect || !latest) notFound()
  const t = await getTranslations('spotChecks')
  const here = `/spot-checks/${check.id}`
  return (
    <>
      <PageHead
        title={t('page.correct')}
        crumbs={[
          { label: t('title'), href: '/spot-checks' },
          { label: check.village.name, href: here },
          { label: t('page.correct') },
        ]}
      />
      <Card narrow>
        <p className="muted measure pb-4 text-md">{t('form.correctLead')}</p>
        <ActionForm
          action={correct}
          submit={t('form.correct')}
          cancel={here}
          draft={`spot-check-correct:${check.id}`}
        >
          <VisitKey id={newId()} />
          <HiddenField name="spotCheckId" value={check.id} />
          <TextAreaField name="reason" label={t('form.reason')} rows={2} max={2000} />
          <DateField
            name="visitedOn"
            label={t('form.visitedOn')}
            min={check.assignedOn}
            max={viewer.today}
            defaultValue={latest.visitedOn}
          />
          <SheetFields sheet={sheet} answers={latest.answers} />
          <FindingRows measures={known?.kase?.measures ?? []} more />
          <TextAreaField
            name="summary"
            label={t('form.summary')}
            optional
            rows={3}
            defaultValue={latest.summary}
          />
        </ActionForm>
      </Card>
    </>
  )
}
