import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HandedOverList } from '@/components/case/handed-over-list'
import { InternalFields } from '@/components/case/internal-fields'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readConfirmation } from '@/lib/cases/exceptional-queries'
import { decisionSteps } from '@/lib/rule-sets/schema'
import { confirm } from './actions'
import { ChainFields } from './chain-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('confirmTitle') }
}

export default async function ConfirmPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const t = await getTranslations('candidates')
  const viewer = await requireViewer()
  const { batches, problems, ...found } = await forPage(readConfirmation(viewer, caseId))
  const { kase } = found
  return (
    <VerbCard {...found} wide>
      {batches.length === 0 ? (
        <Notice tone="warn" action={<LinkButton href="/batches/new">{t('newBatch')}</LinkButton>}>
          {t('noBatch')}
        </Notice>
      ) : (
        <ActionForm
          action={confirm}
          submit={t('confirm')}
          draft={`confirm:${kase.id}`}
          cancel={`/cases/${kase.id}`}
        >
          <HiddenField name="caseId" value={kase.id} />
          <HiddenField name="version" value={kase.version} />
          <ChainFields
            today={viewer.today}
            batches={batches.map(({ id, name, year, steps }) => ({
              id,
              label: t('batchOption', { name, year: String(year) }),
              steps,
            }))}
            steps={await stepWords()}
            labels={{
              batch: t('batch'),
              chain: t('chain'),
              chainHint: t('chainHint'),
              body: t('body'),
              decidedOn: t('decidedOn'),
              documentNo: t('documentNo'),
              result: t('result'),
            }}
          />
          <DateField
            name="handedOverOn"
            label={t('handedOverOn')}
            defaultValue={viewer.today}
            max={viewer.today}
          />
          <Card title={t('handOverProblems', { count: problems.length })} flush>
            <HandedOverList problems={problems} />
          </Card>
        </ActionForm>
      )}
    </VerbCard>
  )
}

/** Names and usual bodies of the steps; a joint review (部门联审) has an 内部 part. */
async function stepWords() {
  const terms = await getTranslations('terms')
  return Object.fromEntries(
    decisionSteps.map((step) => [
      step,
      {
        label: terms(`decisionStep.${step}`),
        body: terms(`decisionBody.${step}`),
        ...(step === 'JOINT_REVIEW' && {
          internal: <InternalFields name={`decisions.${step}.internal`} />,
        }),
      },
    ]),
  )
}
