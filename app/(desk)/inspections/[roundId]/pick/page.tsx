import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxesField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { HiddenField, SelectField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readWeek } from '@/lib/burden/queries'
import { toDay } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { readRound, readRoundChoices } from '@/lib/inspections/queries'
import { pickVillage } from '../../actions'

type Props = { params: Promise<{ roundId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('pick.title') }
}

/** Names a village by hand, with the reason and its inspectors. */
export default async function PickVillagePage({ params }: Props) {
  const { roundId } = await params
  if (!isId(roundId)) notFound()
  const viewer = await requireViewer()
  const { round, steps } = await forPage(readRound(viewer, roundId))
  if (!can(viewer, 'inspection.plan', { countyId: round.countyId })) forbidden()
  const { villages, inspectors } = await forPage(readRoundChoices(viewer))
  const busy = await forPage(readWeek(viewer))
  const burden = await getTranslations('burden')
  const t = await getTranslations('inspections')
  const back = `/inspections/${round.id}`
  const weekOf = (code: string) => {
    const week = busy.get(code)
    return week ? burden('week', week) : ''
  }
  return (
    <>
      <PageHead
        title={t('pick.title')}
        crumbs={[
          { label: t('title'), href: '/inspections' },
          { label: round.title, href: back },
          { label: t('pick.title') },
        ]}
        lead={t('pick.lead')}
      />
      {steps.includes('pick') ? (
        <Card narrow>
          <ActionForm
            action={pickVillage}
            submit={t('pick.submit')}
            draft={`round-pick:${round.id}`}
            cancel={back}
          >
            <HiddenField name="roundId" value={round.id} />
            <HiddenField name="version" value={round.version} />
            <SelectField
              name="villageCode"
              label={t('pick.village')}
              options={villages.map(({ code, name, township }) => ({
                value: code,
                label: `${township.name} · ${name}${weekOf(code)}`,
              }))}
            />
            <TextAreaField name="reason" label={t('reason')} rows={3} max={2000} />
            <CheckboxesField
              name="inspectorIds[]"
              label={t('pick.inspectors')}
              options={inspectors.map(({ id, name, organisationName }) => ({
                value: id,
                label: name,
                hint: organisationName,
              }))}
            />
            <DateField
              name="dueOn"
              label={t('pick.due')}
              min={viewer.today}
              max={toDay(round.toOn)}
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
