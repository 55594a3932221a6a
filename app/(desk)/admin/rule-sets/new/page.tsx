import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readRuleSetToCopy } from '@/lib/rule-sets/queries'
import { createRuleSet } from './actions'
import { AppraisalFields } from './appraisal-fields'
import { CriteriaFields } from './criteria-fields'
import { DeadlineFields } from './deadline-fields'
import { DiscussionLineFields } from './discussion-fields'
import { NoticeFields } from './notice-fields'
import { SheetFields } from './sheet-fields'
import { VillageFields } from './village-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ruleSets'))('newTitle') }
}

type Search = { searchParams: Promise<{ from?: string | string[] }> }

export default async function NewRuleSetPage({ searchParams }: Search) {
  const { from } = await searchParams
  if (from !== undefined && !isId(from)) notFound()
  const t = await getTranslations('ruleSets')
  const admin = await getTranslations('admin')
  const { version, rules } = await forPage(readRuleSetToCopy(await requireViewer(), from))
  return (
    <>
      <PageHead
        title={t('newTitle')}
        crumbs={[
          { label: admin('title'), href: '/admin' },
          { label: t('title'), href: '/admin/rule-sets' },
          { label: t('newTitle') },
        ]}
        lead={t('newLead', { version })}
      />
      <Card>
        <ActionForm
          action={createRuleSet}
          submit={t('create')}
          draft={`rules:${version}`}
          cancel="/admin/rule-sets"
        >
          <TextField
            name="ruleSet.title"
            label={t('name')}
            defaultValue={rules.title}
            maxLength={100}
          />
          <CriteriaFields rules={rules} />
          <DeadlineFields rules={rules} />
          <VillageFields rules={rules} />
          <NoticeFields rules={rules} />
          <DiscussionLineFields rules={rules} />
          <SheetFields rules={rules} />
          <AppraisalFields rules={rules} />
        </ActionForm>
      </Card>
    </>
  )
}
