import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RuleSetWords } from '@/components/rule-set/rule-set-words'
import { LinkButton } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readRuleSet } from '@/lib/rule-sets/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleSets'))('title') }
}

export default async function RuleSetPage({ params }: { params: Promise<{ ruleSetId: string }> }) {
  const { ruleSetId } = await params
  if (!isId(ruleSetId)) notFound()
  const t = await getTranslations('ruleSets')
  const admin = await getTranslations('admin')
  const { id, version, title, rules } = await forPage(readRuleSet(await requireViewer(), ruleSetId))
  const name = t('versionTitle', { version, title })
  return (
    <>
      <PageHead
        title={name}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/rule-sets' },
          { label: name },
        ]}
        lead={t('lead')}
        actions={<LinkButton href={`/admin/rule-sets/new?from=${id}`}>{t('newFrom')}</LinkButton>}
      />
      <RuleSetWords rules={rules} />
    </>
  )
}
