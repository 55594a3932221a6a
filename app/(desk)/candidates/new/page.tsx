import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { ChooseVillage } from './choose-village'
import { ProposalForm } from './proposal-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('propose') }
}

type Search = { searchParams: Promise<{ village?: string | string[] }> }

export default async function NewCandidatePage({ searchParams }: Search) {
  const { village } = await searchParams
  if (village !== undefined && village !== '' && !isId(village)) notFound()
  const t = await getTranslations('candidates')
  const viewer = await requireViewer()
  return (
    <>
      <PageHead
        title={t('propose')}
        crumbs={[{ label: t('title'), href: '/candidates' }, { label: t('propose') }]}
      />
      {village ? (
        <ProposalForm viewer={viewer} villageId={String(village)} />
      ) : (
        <ChooseVillage viewer={viewer} />
      )}
    </>
  )
}
