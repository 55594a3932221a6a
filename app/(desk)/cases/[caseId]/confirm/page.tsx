import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChainFields } from '@/components/case/chain-fields'
import { HandedOverList } from '@/components/case/handed-over-list'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readConfirmation } from '@/lib/cases/exceptional-queries'
import { confirm } from './actions'

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
          <ChainFields batches={batches} today={viewer.today} internal />
          <Card title={t('handOverProblems', { count: problems.length })} flush>
            <HandedOverList problems={problems} />
          </Card>
        </ActionForm>
      )}
    </VerbCard>
  )
}
