import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CommitmentFields } from '@/components/commitment/commitment-fields'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readVillageCommitments } from '@/lib/commitments/case-queries'
import { commitmentLevels } from '@/lib/commitments/rules'
import { isId, newId } from '@/lib/ids'
import { draft } from '../../../../commitments/manage/actions'

type Props = {
  params: Promise<{ villageId: string }>
  searchParams: Promise<{ level?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitments'))('draft') }
}

/** Drafting a commitment of a village that has no open case. */
export default async function DraftVillageCommitmentPage({ params, searchParams }: Props) {
  const { villageId } = await params
  const { level: given } = await searchParams
  const level = commitmentLevels.find((one) => one === given) ?? 'SECRETARY'
  if (!isId(villageId)) notFound()
  const viewer = await requireViewer()
  const { village, mayDraft } = await forPage(readVillageCommitments(viewer, villageId))
  if (!mayDraft) forbidden()
  const t = await getTranslations('commitments')
  const back = `/villages/${villageId}/commitments`
  return (
    <div className="stack">
      <PageHead
        title={t('draft')}
        crumbs={[{ label: village.name, href: back }, { label: t('draft') }]}
      />
      <Card narrow title={t(`level.${level}`)}>
        <p className="muted pb-4 text-md">{t('draftLead')}</p>
        <ActionForm
          action={draft}
          submit={t('submitDraft')}
          draft={`commitment-${level}:${villageId}`}
          cancel={back}
        >
          <HiddenField name="id" value={newId()} />
          <HiddenField name="villageId" value={villageId} />
          <CommitmentFields level={level} today={viewer.today} />
        </ActionForm>
      </Card>
    </div>
  )
}
