import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DecisionFields } from '@/components/case/decision-fields'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, SelectField } from '@/components/form/fields'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readCarryOver } from '@/lib/cases/exceptional-queries'
import { officialBodies } from '@/lib/decisions/official-bodies'
import { carryOver } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exceptional'))('carryTitle') }
}

export default async function CarryOverPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const t = await getTranslations('exceptional')
  const batchWords = await getTranslations('candidates')
  const viewer = await requireViewer()
  const { batches, ...found } = await forPage(readCarryOver(viewer, caseId))
  const { kase } = found
  return (
    <VerbCard {...found}>
      <p className="muted pb-4 text-md">{t('carryLead')}</p>
      {batches.length === 0 ? (
        <Notice
          tone="warn"
          action={<LinkButton href="/batches/new">{batchWords('newBatch')}</LinkButton>}
        >
          {t('noLater', { batch: kase.batch?.name ?? '' })}
        </Notice>
      ) : (
        <ActionForm
          action={carryOver}
          submit={t('carry')}
          draft={`carryOver:${kase.id}`}
          cancel={`/cases/${kase.id}`}
        >
          <HiddenField name="caseId" value={kase.id} />
          <HiddenField name="version" value={kase.version} />
          <SelectField
            name="batchId"
            label={t('to')}
            options={batches.map(({ id, name, year }) => ({
              value: id,
              label: batchWords('batchOption', { name, year: String(year) }),
            }))}
          />
          <DecisionFields body={officialBodies.DEPARTMENT_MEETING} today={viewer.today} />
        </ActionForm>
      )}
    </VerbCard>
  )
}
