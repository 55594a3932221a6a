import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readRegulation } from '@/lib/regulations/queries'
import { repeal } from '../actions'

type Props = { params: Promise<{ villageId: string; regulationId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('regulations'))('repeal') }
}

/** Repeals a regulation: the day and why; the row stays in the village's history. */
export default async function RepealPage({ params }: Props) {
  const { villageId, regulationId } = await params
  if (!isId(villageId) || !isId(regulationId)) notFound()
  const t = await getTranslations('regulations')
  const villages = await getTranslations('villages')
  const viewer = await requireViewer()
  const regulation = await forPage(readRegulation(viewer, regulationId))
  if (regulation.village.id !== villageId || regulation.ended) notFound()
  const here = `/villages/${villageId}`
  const title = t('repealOf', { title: regulation.title })
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: villages('title'), href: '/villages' },
          { label: regulation.village.name, href: here },
          { label: t('title'), href: `${here}/regulations` },
          { label: t('repeal') },
        ]}
        lead={regulation.village.name}
      />
      <Card narrow>
        <ActionForm action={repeal} submit={t('repeal')} cancel={`${here}/regulations`}>
          <HiddenField name="regulationId" value={regulationId} />
          <DateField
            name="on"
            label={t('form.on')}
            defaultValue={viewer.today}
            min={regulation.adoptedOn}
            max={viewer.today}
          />
          <TextAreaField name="reason" label={t('form.reason')} rows={3} />
        </ActionForm>
      </Card>
    </>
  )
}
