import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { VisitKey } from '@/components/visit/visit-key'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFindingForm } from '@/lib/findings/queries'
import { outsideOrigins } from '@/lib/findings/schema'
import { newId } from '@/lib/ids'
import { FindingGravity, FindingKind } from '@/prisma/generated/enums'
import { enter } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('findings'))('form.title') }
}

/** 登记外部发现: what 巡察, 审计, 信访 or the city's check found in a village. */
export default async function NewFindingPage() {
  const viewer = await requireViewer()
  const villages = await forPage(readFindingForm(viewer))
  const t = await getTranslations('findings')
  const terms = await getTranslations('terms')
  return (
    <>
      <PageHead
        title={t('form.title')}
        crumbs={[{ label: t('title'), href: '/findings' }, { label: t('form.title') }]}
      />
      <Card narrow>
        <p className="muted measure pb-4 text-md">{t('form.lead')}</p>
        <ActionForm action={enter} submit={t('form.submit')} cancel="/findings" draft="finding:new">
          <VisitKey id={newId()} />
          <SelectField
            name="villageId"
            label={t('form.village')}
            options={villages.map(({ id, name, township }) => ({
              value: id,
              label: `${township.name} ${name}`,
            }))}
          />
          <SelectField
            name="origin"
            label={t('origin')}
            options={outsideOrigins.map((value) => ({
              value,
              label: terms(`findingOrigin.${value}`),
            }))}
          />
          <TextField name="source" label={t('source')} hint={t('sourceHint')} maxLength={300} />
          <DateField name="foundOn" label={t('foundOn')} max={viewer.today} />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-2">
            <SelectField
              name="kind"
              label={t('kind')}
              options={Object.values(FindingKind).map((value) => ({
                value,
                label: terms(`findingKind.${value}`),
              }))}
            />
            <SelectField
              name="gravity"
              label={t('gravity')}
              options={Object.values(FindingGravity).map((value) => ({
                value,
                label: terms(`findingGravity.${value}`),
              }))}
            />
          </div>
          <TextAreaField name="text" label={t('text')} rows={4} />
          <TextAreaField name="evidence" label={t('evidence')} optional rows={2} />
        </ActionForm>
      </Card>
    </>
  )
}
