import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { verbPath } from '@/lib/cases/case-paths'
import { toDay } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { kindTitleIn } from '@/lib/plans/paper'
import { type PlanPage, readPlan, readPlanNames } from '@/lib/plans/queries'
import type { PlanSection } from '@/lib/plans/rules'
import { savePlan } from './actions'
import { editorLines, editorWords } from './editor-start'
import { PlanFields } from './plan-fields'
import { prefill } from './prefill'
import { SaveBar } from './save-bar'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('editor.title') }
}

/** The editor of the draft: text and measures, with the problems in sight all the while. */
export default async function EditPlanPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readPlan(viewer, caseId))
  if (!can(viewer, 'plan.draft', page.subject)) forbidden()
  const t = await getTranslations('plans')
  if (!isDrafting(page)) {
    const back = <LinkButton href={`/cases/${caseId}/plan`}>{t('back')}</LinkButton>
    return (
      <Notice tone="warn" title={t('editor.closed')} action={back}>
        {t('editor.closedWhy')}
      </Notice>
    )
  }
  const { kase, working, problems, approved } = page
  const locale = await getLocale()
  const data = {
    lines: editorLines(page),
    problems: problems.map(({ id, number, title, kind, cause }) => ({
      id,
      number,
      title,
      cause,
      kind: kindTitleIn(locale)(kind),
    })),
    organisations: await forPage(readPlanNames(viewer)),
    batchEnd: kase.batch ? toDay(kase.batch.targetEndOn) : null,
    words: await editorWords(),
  }
  const first = working ? null : await prefill(page)
  const section = (name: PlanSection, rows = 4) => (
    <div id={`section-${name}`}>
      <TextAreaField
        name={name}
        label={t(`field.${name}`)}
        hint={t(`hint.${name}`)}
        defaultValue={working?.[name] ?? first?.[name] ?? ''}
        rows={rows}
        optional
      />
    </div>
  )
  return (
    <section className="stack">
      <h2>{t(approved ? 'editor.revisionTitle' : 'editor.title')}</h2>
      {working?.returnReason ? (
        <Notice tone="warn" title={t('notice.returned')}>
          <p className="whitespace-pre-wrap">{working.returnReason}</p>
        </Notice>
      ) : null}
      <ActionForm action={savePlan} draft={`plan:${caseId}`} label={t('editor.title')}>
        <HiddenField name="caseId" value={caseId} />
        <HiddenField name="planVersion" value={working?.version ?? 0} />
        <PlanFields
          data={data}
          before={
            <>
              {section('facts', 6)}
              {section('causes')}
              {section('goals')}
            </>
          }
          after={
            <>
              {section('timetable')}
              {section('responsibilities')}
              {section('guarantees')}
            </>
          }
        />
        <SaveBar
          save={t('editor.save')}
          submit={t('editor.toSubmit')}
          submitHref={verbPath(caseId, approved ? 'submitRevision' : 'submitPlan')}
          back={t('back')}
          backHref={`/cases/${caseId}/plan`}
        />
      </ActionForm>
    </section>
  )
}

/** A draft can be edited: the first one while drafting, a revision while rectifying. */
function isDrafting({ kase, working }: PlanPage): boolean {
  if (kase.paused) return false
  if (kase.stage === 'PLANNING') return working?.status !== 'SUBMITTED'
  return kase.stage === 'RECTIFYING' && working?.status === 'DRAFT'
}
