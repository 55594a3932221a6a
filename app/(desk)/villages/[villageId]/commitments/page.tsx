import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CommitmentList } from '@/components/commitment/commitment-list'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readVillageCommitments } from '@/lib/commitments/case-queries'
import { commitmentLevels } from '@/lib/commitments/rules'
import { isId } from '@/lib/ids'

type Props = { params: Promise<{ villageId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitments'))('onVillage') }
}

/** The commitments of a village, listed or not. */
export default async function VillageCommitmentsPage({ params }: Props) {
  const { villageId } = await params
  if (!isId(villageId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readVillageCommitments(viewer, villageId))
  const { village, commitments, caseId, mayDraft } = found
  const t = await getTranslations('commitments')
  const locale = await getLocale()
  const here = `/villages/${villageId}`
  return (
    <>
      <PageHead
        title={t('ofVillage', { village: village.name })}
        crumbs={[{ label: village.name, href: here }, { label: t('title') }]}
        lead={t('onVillageLead')}
        actions={
          <>
            {mayDraft
              ? commitmentLevels.map((level) => (
                  <LinkButton key={level} href={`${here}/commitments/new?level=${level}`}>
                    {t('draftOf', { level: t(`levelShort.${level}`) })}
                  </LinkButton>
                ))
              : null}
            <LinkButton href={`${here}/commitments/notice`}>{t('notice')}</LinkButton>
          </>
        }
      />
      {caseId ? (
        <Notice action={<TextLink href={`/cases/${caseId}/commitments`}>{t('toCase')}</TextLink>}>
          {t('hasCase')}
        </Notice>
      ) : null}
      <Card flush>
        {commitments.length === 0 ? (
          <EmptyState title={t('emptyOnCase')} />
        ) : (
          <CommitmentList commitments={commitments} locale={locale} ofOne />
        )}
      </Card>
    </>
  )
}
