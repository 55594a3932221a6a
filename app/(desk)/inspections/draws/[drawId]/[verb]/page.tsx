import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, SelectField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { toDay } from '@/lib/dates'
import { readDraw } from '@/lib/draws/queries'
import { isId } from '@/lib/ids'
import { abandonDraw, replaceVillage } from '../../../actions'

const verbs = ['abandon', 'replace'] as const

type Props = {
  params: Promise<{ drawId: string; verb: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const given = (await params).verb
  const verb = verbs.find((one) => one === given)
  const t = await getTranslations('inspections')
  return { title: verb ? t(`${verb}.title`) : t('draws.title') }
}

/** Gives a draw up, or replaces a village of its result. */
export default async function DrawVerbPage({ params, searchParams }: Props) {
  const { drawId, verb: given } = await params
  const verb = verbs.find((one) => one === given)
  if (!isId(drawId) || !verb) notFound()
  const viewer = await requireViewer()
  const { draw, stands, mayPlan } = await forPage(readDraw(viewer, drawId))
  if (!can(viewer, 'inspection.plan', { countyId: draw.countyId })) forbidden()
  const { out } = await searchParams
  const t = await getTranslations('inspections')
  const back = `/inspections/draws/${draw.id}`
  const open =
    mayPlan &&
    (verb === 'replace' ? draw.state === 'DRAWN' : draw.state !== 'ABANDONED' && !draw.assignedOn)
  return (
    <>
      <PageHead
        title={t(`${verb}.title`)}
        crumbs={[
          { label: t('title'), href: '/inspections' },
          { label: draw.round.title, href: `/inspections/${draw.roundId}` },
          { label: t('draws.nth', { number: draw.number }), href: back },
          { label: t(`${verb}.title`) },
        ]}
        lead={t(`${verb}.lead`)}
      />
      {open ? (
        <Card narrow>
          <ActionForm
            action={verb === 'abandon' ? abandonDraw : replaceVillage}
            submit={t(`${verb}.submit`)}
            tone={verb === 'abandon' ? 'danger' : undefined}
            draft={`draw-${verb}:${draw.id}`}
            cancel={back}
          >
            <HiddenField name="drawId" value={draw.id} />
            <HiddenField name="version" value={draw.version} />
            {verb === 'replace' ? (
              <SelectField
                name="code"
                label={t('replace.out')}
                defaultValue={stands.find(({ code }) => code === out)?.code}
                options={stands.map(({ code, village, township }) => ({
                  value: code,
                  label: `${township} · ${village}`,
                }))}
              />
            ) : null}
            <TextAreaField name="reason" label={t(`${verb}.reason`)} rows={3} max={2000} />
            {verb === 'replace' && draw.assignedOn ? (
              <DateField
                name="dueOn"
                label={t('replace.due')}
                min={viewer.today}
                max={toDay(draw.round.toOn)}
              />
            ) : null}
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
