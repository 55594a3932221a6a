import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ChainFields } from '@/components/case/chain-fields'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/choice-fields'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readConfirmMany } from '@/lib/cases/bulk-queries'
import { bulkLimit } from '@/lib/cases/schema'
import { isId } from '@/lib/ids'
import { confirmMany } from './actions'
import { TakenVillages } from './taken-villages'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const query = z.object({
  case: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given) => [...new Set([given ?? []].flat())].filter(isId)),
  all: z.literal('1').optional().catch(undefined),
  township: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates.bulk'))('title') }
}

/** 批量认定: the villages chosen, and one form with the decisions that are recorded on each. */
export default async function ConfirmManyPage({ searchParams }: Props) {
  const { case: ids, all, township } = query.parse(await searchParams)
  const viewer = await requireViewer()
  const choice = all ? { all: true as const, township } : { ids }
  const { candidates, others, more, batches } = await forPage(readConfirmMany(viewer, choice))
  const t = await getTranslations('candidates.bulk')
  const words = await getTranslations('candidates')
  const terms = await getTranslations('terms')
  const back = <LinkButton href="/candidates">{t('choose')}</LinkButton>
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: words('title'), href: '/candidates' }, { label: t('title') }]}
        lead={t('lead')}
      />
      {more ? <Notice tone="warn">{t('more', { max: bulkLimit })}</Notice> : null}
      {others.length > 0 ? (
        <Notice tone="warn" title={t('others', { count: others.length })}>
          <ul>
            {others.map(({ id, village, stage, paused }) => (
              <li key={id}>
                <TextLink href={`/cases/${id}`}>{village}</TextLink>{' '}
                {paused ? t('paused') : terms(`stage.${stage}`)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {candidates.length === 0 ? (
        <Card>
          <EmptyState title={t('none')} action={back}>
            {t('noneText')}
          </EmptyState>
        </Card>
      ) : batches.length === 0 ? (
        <Notice
          tone="warn"
          action={<LinkButton href="/batches/new">{words('newBatch')}</LinkButton>}
        >
          {words('noBatch')}
        </Notice>
      ) : (
        <ActionForm
          action={confirmMany}
          submit={words('confirm')}
          draft="confirm-many"
          cancel="/candidates"
        >
          <TakenVillages candidates={candidates} />
          <Card title={t('decisions')}>
            <div className="grid gap-5">
              <p className="text-md text-ink-2">{t('decisionsLead')}</p>
              <ChainFields batches={batches} today={viewer.today} />
            </div>
          </Card>
          <CheckboxField name="partly" label={t('partly')} hint={t('partlyHint')} />
        </ActionForm>
      )}
    </>
  )
}
