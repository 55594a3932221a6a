import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/attachment/files-card'
import { CommitmentFacts } from '@/components/commitment/commitment-facts'
import { CommitmentState } from '@/components/commitment/commitment-state'
import { LinkButton } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { readCommitment } from '@/lib/commitments/queries'
import { isId } from '@/lib/ids'

/** The verbs that lead on. */
const leading = new Set(['accept', 'publish', 'report', 'evaluate'])

type Props = { params: Promise<{ commitmentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('commitments'))('one') }
}

/** One commitment: who promised what, how it stands, and what came of it. */
export default async function CommitmentPage({ params }: Props) {
  const { commitmentId } = await params
  if (!isId(commitmentId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readCommitment(viewer, commitmentId))
  const { commitment, overdue, verbs, ownWork } = found
  const { id, caseId } = commitment
  const files = caseId && (await forPage(readFilesOf(viewer, caseId, 'COMMITMENT', [id])))
  const t = await getTranslations('commitments')
  const locale = await getLocale()
  const title = t('ofVillage', { village: commitment.village.name })
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('title'), href: '/commitments/manage' },
          { label: commitment.village.name },
        ]}
        aside={<CommitmentState {...commitment} overdue={overdue} />}
        actions={
          <>
            {verbs.map((verb) => (
              <LinkButton
                key={verb}
                href={`/commitments/manage/${commitment.id}/${verb}`}
                tone={leading.has(verb) ? 'primary' : 'plain'}
              >
                {t(`verb.${verb}`)}
              </LinkButton>
            ))}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      {ownWork ? <Notice>{t('ownWork')}</Notice> : null}
      <CommitmentFacts {...found} locale={locale} />
      {caseId && files ? (
        <FilesCard caseId={caseId} of={{ kind: 'COMMITMENT', id }} page={files} />
      ) : null}
      <p className="screen-only">
        {caseId ? (
          <TextLink href={`/cases/${caseId}/commitments`}>{t('toCase')}</TextLink>
        ) : (
          <TextLink href={`/villages/${commitment.villageId}/commitments`}>
            {t('toVillage')}
          </TextLink>
        )}
      </p>
    </>
  )
}
