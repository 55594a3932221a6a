import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import type { ProblemRow } from '@/lib/plans/page-select'
import type { PlanPage } from '@/lib/plans/queries'
import { problemStages } from '@/lib/problems/rules'
import { changeProblem, reopenProblem, solveProblem, verifyProblem } from './actions'

type ProblemWorkProps = { page: PlanPage; problem: ProblemRow; viewer: Viewer }

/** What can be done about a problem now: settle it, verify that it is, send it back, correct it. */
export function ProblemWork({ page, problem, viewer }: ProblemWorkProps) {
  const { kase, subject } = page
  if (kase.paused) return null
  const settling = problemStages.settle.includes(kase.stage)
  const verifies = settling && can(viewer, 'problem.verify', subject)
  const solves = settling && can(viewer, 'problem.solve', subject)
  const changes = problemStages.change.includes(kase.stage) && can(viewer, 'problem.edit', subject)
  return (
    <div className="stack">
      {problem.status === 'OPEN' && solves ? <Solve kase={kase} problem={problem} /> : null}
      {problem.status === 'SOLVED' && verifies ? (
        <Verify kase={kase} problem={problem} viewer={viewer} />
      ) : null}
      {problem.status !== 'OPEN' && verifies ? <Reopen kase={kase} problem={problem} /> : null}
      {changes ? <Change kase={kase} problem={problem} /> : null}
    </div>
  )
}

type FormProps = { kase: { id: string }; problem: ProblemRow }

function Solve({ kase, problem }: FormProps) {
  const t = useTranslations('problems')
  return (
    <Card title={t('solve')} id="solve">
      <ActionForm
        action={solveProblem}
        submit={t('solveSubmit')}
        draft={`solve:${problem.id}`}
        label={t('solve')}
      >
        <OnProblem kase={kase} problem={problem} />
        <TextAreaField name="solution" label={t('solution')} hint={t('solutionHint')} rows={5} />
      </ActionForm>
    </Card>
  )
}

function Verify({ kase, problem, viewer }: FormProps & { viewer: Viewer }) {
  const t = useTranslations('problems')
  const own = [problem.reportedById, problem.solvedById].includes(viewer.userId)
  return (
    <Card title={t('verify')} id="verify">
      {own ? (
        <Notice tone="warn">{t('own')}</Notice>
      ) : (
        <ActionForm
          action={verifyProblem}
          submit={t('verifySubmit')}
          draft={`verify:${problem.id}`}
          label={t('verify')}
        >
          <OnProblem kase={kase} problem={problem} />
          <TextAreaField
            name="verification"
            label={t('verification')}
            hint={t('verificationHint')}
            rows={4}
          />
        </ActionForm>
      )}
    </Card>
  )
}

function Reopen({ kase, problem }: FormProps) {
  const t = useTranslations('problems')
  return (
    <Card>
      <Fold label={t('reopen')}>
        <ActionForm
          action={reopenProblem}
          submit={t('reopen')}
          tone="danger"
          draft={`reopen:${problem.id}`}
          label={t('reopen')}
        >
          <OnProblem kase={kase} problem={problem} />
          <TextAreaField name="reason" label={t('reopenReason')} rows={3} max={2000} />
        </ActionForm>
      </Fold>
    </Card>
  )
}

function Change({ kase, problem }: FormProps) {
  const t = useTranslations('problems')
  return (
    <Card title={t('change')}>
      <ActionForm
        action={changeProblem}
        submit={t('changeSubmit')}
        tone="plain"
        draft={`problem:${problem.id}`}
        label={t('change')}
      >
        <OnProblem kase={kase} problem={problem} />
        <TextField name="title" label={t('what')} defaultValue={problem.title} maxLength={200} />
        <TextAreaField
          name="cause"
          label={t('cause')}
          defaultValue={problem.cause}
          rows={3}
          optional
        />
        <TextAreaField
          name="evidence"
          label={t('evidence')}
          defaultValue={problem.evidence}
          rows={3}
          optional
        />
      </ActionForm>
    </Card>
  )
}

function OnProblem({ kase, problem }: FormProps) {
  return (
    <>
      <HiddenField name="caseId" value={kase.id} />
      <HiddenField name="problemId" value={problem.id} />
      <HiddenField name="version" value={problem.version} />
    </>
  )
}
