import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CommitmentFields } from '@/components/commitment/commitment-fields'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readCommitmentForm } from '@/lib/commitments/case-queries'
import { commitmentLevels } from '@/lib/commitments/rules'
import { isId, newId } from '@/lib/ids'
import { draft } from '../../../../commitments/manage/actions'

type Props = {
  params: Promise<{ caseId: string }>
  searchParams: Promise<{ level?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitments'))('draft') }
}

/** Drafting a commitment of one level on a case. */
export default async function DraftCommitmentPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const { level: given } = await searchParams
  const level = commitmentLevels.find((one) => one === given) ?? 'SECRETARY'
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const form = await forPage(readCommitmentForm(viewer, caseId))
  const { open, levels, problems, measures } = form
  if (!levels.includes(level)) forbidden()
  const t = await getTranslations('commitments')
  const back = `/cases/${caseId}/commitments`
  if (!open) {
    return (
      <Notice tone="warn" title={t('draft')} action={<TextLink href={back}>{t('back')}</TextLink>}>
        {t('notNow')}
      </Notice>
    )
  }
  return (
    <Card narrow title={t(`level.${level}`)}>
      <p className="muted pb-4 text-md">{t('draftLead')}</p>
      <ActionForm
        action={draft}
        submit={t('submitDraft')}
        draft={`commitment-${level}:${caseId}`}
        cancel={back}
      >
        <HiddenField name="id" value={newId()} />
        <HiddenField name="caseId" value={caseId} />
        <CommitmentFields
          level={level}
          today={viewer.today}
          problems={problems}
          measures={measures}
        />
      </ActionForm>
    </Card>
  )
}
