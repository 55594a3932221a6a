import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readBatch } from '@/lib/batches/queries'
import { isId } from '@/lib/ids'
import { changeBatch } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches'))('editTitle') }
}

export default async function EditBatchPage({ params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params
  if (!isId(batchId)) notFound()
  const t = await getTranslations('batches')
  const viewer = await requireViewer()
  const batch = await forPage(readBatch(viewer, batchId))
  if (!can(viewer, 'batch.create')) forbidden()
  const here = `/batches/${batch.id}`
  return (
    <>
      <PageHead
        title={t('editTitle')}
        crumbs={[
          { label: t('title'), href: '/batches' },
          { label: batch.name, href: here },
          { label: t('edit') },
        ]}
      />
      <Card>
        <ActionForm
          action={changeBatch}
          submit={t('save')}
          draft={`batch:${batch.id}`}
          cancel={here}
        >
          <HiddenField name="batchId" value={batch.id} />
          <HiddenField name="version" value={batch.version} />
          <TextField name="name" label={t('name')} defaultValue={batch.name} maxLength={60} />
          <div className="grid gap-5 sm:grid-cols-2">
            <DateField name="startOn" label={t('startOn')} defaultValue={batch.startOn} />
            <DateField
              name="targetEndOn"
              label={t('targetEndOn')}
              defaultValue={batch.targetEndOn}
            />
          </div>
        </ActionForm>
      </Card>
    </>
  )
}
