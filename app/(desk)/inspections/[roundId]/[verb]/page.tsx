import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
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
import { readRound } from '@/lib/inspections/queries'
import { cancelRound, endRound, publishRound } from '../../actions'

const actions = { end: endRound, cancel: cancelRound, publish: publishRound } as const
type Verb = keyof typeof actions
const verbs = Object.keys(actions) as Verb[]

type Props = { params: Promise<{ roundId: string; verb: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const given = (await params).verb
  const verb = verbs.find((one) => one === given)
  const t = await getTranslations('inspections')
  return { title: verb ? t(`verb.${verb}`) : t('one') }
}

/** Ends, cancels or opens a round. */
export default async function RoundVerbPage({ params }: Props) {
  const { roundId, verb: given } = await params
  const verb = verbs.find((one) => one === given)
  if (!isId(roundId) || !verb) notFound()
  const viewer = await requireViewer()
  const { round, steps } = await forPage(readRound(viewer, roundId))
  if (!can(viewer, 'inspection.plan', { countyId: round.countyId })) forbidden()
  const t = await getTranslations('inspections')
  const title = t(`verb.${verb}`)
  const back = `/inspections/${round.id}`
  const open = steps.includes(verb) && !(verb === 'publish' && round.publishedOn)
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('title'), href: '/inspections' },
          { label: round.title, href: back },
          { label: title },
        ]}
        lead={verb === 'cancel' ? undefined : t(`${verb}.lead`)}
      />
      {open ? (
        <Card narrow>
          <ActionForm
            action={actions[verb]}
            submit={title}
            tone={verb === 'cancel' ? 'danger' : undefined}
            draft={`round-${verb}:${round.id}`}
            cancel={back}
          >
            <HiddenField name="roundId" value={round.id} />
            <HiddenField name="version" value={round.version} />
            {verb === 'end' ? (
              <TextAreaField name="note" label={t('end.note')} rows={5} optional />
            ) : null}
            {verb === 'cancel' ? (
              <TextAreaField name="reason" label={t('cancel.reason')} rows={3} max={2000} />
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
