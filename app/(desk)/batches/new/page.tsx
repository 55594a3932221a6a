import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { NumberField, SelectField, TextField } from '@/components/form/fields'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { chineseNumber } from '@/lib/batches/names'
import { readNewBatch } from '@/lib/batches/queries'
import { yearOf } from '@/lib/dates'
import { createBatch } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches'))('new') }
}

export default async function NewBatchPage() {
  const t = await getTranslations('batches')
  const terms = await getTranslations('terms')
  const viewer = await requireViewer()
  if (!can(viewer, 'batch.create')) forbidden()
  const { nextNumber, ruleSets } = await forPage(readNewBatch(viewer))
  const year = yearOf(viewer.today)
  const number = (await getLocale()) === 'en' ? String(nextNumber) : chineseNumber(nextNumber)
  return (
    <>
      <PageHead
        title={t('new')}
        crumbs={[{ label: t('title'), href: '/batches' }, { label: t('new') }]}
      />
      <Card>
        {ruleSets.length === 0 ? (
          <Notice
            tone="warn"
            action={
              can(viewer, 'ruleSet.manage') ? (
                <LinkButton href="/admin/rule-sets">{t('toRules')}</LinkButton>
              ) : null
            }
          >
            {t('noRules')}
          </Notice>
        ) : (
          <ActionForm action={createBatch} submit={t('create')} draft="batch:new" cancel="/batches">
            <div className="grid gap-5 sm:grid-cols-2">
              <NumberField
                name="number"
                label={t('number')}
                hint={t('numberHint')}
                defaultValue={nextNumber}
                whole
              />
              <TextField
                name="name"
                label={t('name')}
                defaultValue={terms('batchName', { number })}
                maxLength={60}
              />
              <NumberField name="year" label={t('year')} defaultValue={year} whole />
              <SelectField
                name="ruleSetId"
                label={t('ruleSet')}
                hint={t('ruleSetHint')}
                defaultValue={ruleSets[0]?.id}
                blank={false}
                options={ruleSets.map(({ id, version, title }) => ({
                  value: id,
                  label: t('ruleSetOption', { version, title }),
                }))}
              />
              <DateField name="startOn" label={t('startOn')} defaultValue={viewer.today} />
              <DateField
                name="targetEndOn"
                label={t('targetEndOn')}
                defaultValue={`${year}-12-31`}
              />
            </div>
          </ActionForm>
        )}
      </Card>
    </>
  )
}
