import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FreezeFields } from '@/components/draw/freeze-fields'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readRound, readRoundChoices } from '@/lib/inspections/queries'
import { freezeDraw } from '../../actions'

type Props = { params: Promise<{ roundId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inspections'))('freeze.title') }
}

/** The first step of a draw: which list, which rules, which inspectors. */
export default async function FreezePage({ params }: Props) {
  const { roundId } = await params
  if (!isId(roundId)) notFound()
  const viewer = await requireViewer()
  const { round, steps, townships } = await forPage(readRound(viewer, roundId))
  if (!can(viewer, 'inspection.plan', { countyId: round.countyId })) forbidden()
  const { inspectors } = await forPage(readRoundChoices(viewer))
  const t = await getTranslations('inspections')
  const back = `/inspections/${round.id}`
  const named = townships.filter(({ id }) => round.townshipIds.includes(id))
  const stands = round.draws.some(({ state }) => state !== 'ABANDONED')
  return (
    <>
      <PageHead
        title={t('freeze.title')}
        crumbs={[
          { label: t('title'), href: '/inspections' },
          { label: round.title, href: back },
          { label: t('freeze.title') },
        ]}
        lead={<span className="measure block">{t('freeze.lead')}</span>}
      />
      {steps.includes('freeze') && !stands ? (
        <Card narrow>
          <ActionForm
            action={freezeDraw}
            submit={t('freeze.submit')}
            draft={`draw-freeze:${round.id}`}
            cancel={back}
          >
            <HiddenField name="roundId" value={round.id} />
            <p className="text-md">
              {t('freeze.scopeNow', {
                scope: t(`scopes.${round.scope}`),
                townships:
                  named.length > 0 ? named.map(({ name }) => name).join('、') : t('everyTownship'),
              })}
            </p>
            {round.draws.length > 0 ? (
              <TextAreaField name="reason" label={t('freeze.again')} rows={2} max={2000} />
            ) : null}
            <FreezeFields inspectors={inspectors} townships={townships} />
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
