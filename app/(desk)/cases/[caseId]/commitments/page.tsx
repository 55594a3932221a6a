import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CommitmentList } from '@/components/commitment/commitment-list'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readCaseCommitments } from '@/lib/commitments/case-queries'
import { commitmentLevels } from '@/lib/commitments/rules'
import { isId } from '@/lib/ids'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitments'))('title') }
}

/** The commitments of a case at its three levels, with how each stands. */
export default async function CaseCommitmentsPage({ params }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const { kase, commitments, drafting } = await forPage(readCaseCommitments(viewer, caseId))
  const t = await getTranslations('commitments')
  const locale = await getLocale()
  return (
    <div className="stack">
      <div className="screen-only flex flex-wrap gap-2">
        <LinkButton href={`/villages/${kase.villageId}/commitments/notice`}>
          {t('notice')}
        </LinkButton>
        <PrintButton>{t('print')}</PrintButton>
      </div>
      {commitmentLevels.map((level) => {
        const rows = commitments.filter((row) => row.level === level)
        return (
          <Card
            key={level}
            flush={rows.length > 0}
            title={t(`level.${level}`)}
            aside={
              drafting.includes(level) ? (
                <TextLink
                  className="screen-only"
                  href={`/cases/${caseId}/commitments/new?level=${level}`}
                >
                  {t('draftOf', { level: t(`levelShort.${level}`) })}
                </TextLink>
              ) : undefined
            }
          >
            {rows.length === 0 ? (
              <EmptyState title={t('emptyOnLevel')} />
            ) : (
              <CommitmentList commitments={rows} locale={locale} ofOne />
            )}
          </Card>
        )
      })}
    </div>
  )
}
