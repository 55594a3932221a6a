import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FindingRows } from '@/components/case/finding-rows'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readHistoricalChoices } from '@/lib/cases/candidate-queries'
import { enterHistorical } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('candidates'))('historicalTitle') }
}

export default async function HistoricalPage() {
  const t = await getTranslations('candidates')
  const viewer = await requireViewer()
  const { townships, batches, kinds } = await forPage(readHistoricalChoices(viewer))
  const title = t('historicalTitle')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: t('title'), href: '/candidates' }, { label: title }]}
        lead={t('historicalLead')}
      />
      <Card>
        <ActionForm
          action={enterHistorical}
          submit={t('enter')}
          draft="historical"
          cancel="/candidates"
        >
          <div className="grid gap-5 sm:grid-cols-2">
            <SelectField
              name="villageId"
              label={t('historicalVillage')}
              options={townships.flatMap((township) =>
                township.villages.map(({ id, name }) => ({
                  value: id,
                  label: name,
                  group: township.name,
                })),
              )}
            />
            <SelectField
              name="batchId"
              label={t('batch')}
              options={batches.map(({ id, name, year }) => ({
                value: id,
                label: t('batchOption', { name, year: String(year) }),
              }))}
            />
            <DateField name="confirmedOn" label={t('confirmedOn')} max={viewer.today} />
            <DateField name="closedOn" label={t('closedOn')} max={viewer.today} />
          </div>
          <TextField
            name="sourceDocument"
            label={t('sourceDocument')}
            hint={t('sourceHint')}
            maxLength={500}
          />
          <FindingRows kinds={kinds} label={t('historicalFindings')} min={0} asksTownship />
          <TextAreaField name="proposal" label={t('historicalNote')} rows={3} optional />
        </ActionForm>
      </Card>
    </>
  )
}
