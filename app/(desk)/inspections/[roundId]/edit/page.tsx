import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { RoundFields } from '@/components/inspection/round-fields'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { toDay } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { readRound } from '@/lib/inspections/queries'
import { changeRound } from '../../actions'

type Props = { params: Promise<{ roundId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('editTitle') }
}

/** Changes a round of which no check is assigned yet. */
export default async function EditRoundPage({ params }: Props) {
  const { roundId } = await params
  if (!isId(roundId)) notFound()
  const viewer = await requireViewer()
  const { round, sheet, townships, steps } = await forPage(readRound(viewer, roundId))
  if (!can(viewer, 'inspection.plan', { countyId: round.countyId })) forbidden()
  const t = await getTranslations('inspections')
  const back = `/inspections/${round.id}`
  return (
    <>
      <PageHead
        title={t('editTitle')}
        crumbs={[
          { label: t('title'), href: '/inspections' },
          { label: round.title, href: back },
          { label: t('editTitle') },
        ]}
      />
      {steps.includes('change') ? (
        <Card narrow>
          <ActionForm
            action={changeRound}
            submit={t('submitEdit')}
            draft={`round-edit:${round.id}`}
            cancel={back}
          >
            <HiddenField name="roundId" value={round.id} />
            <HiddenField name="version" value={round.version} />
            <RoundFields
              townships={townships}
              sheet={sheet}
              given={{ ...round, from: toDay(round.fromOn), to: toDay(round.toOn) }}
            />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {t('elsewhere')}
        </Notice>
      )}
    </>
  )
}
