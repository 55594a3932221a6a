import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readHandover } from '@/lib/handover/queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { handOver } from './actions'
import { HeldGroups } from './held-groups'
import { SuccessorFields } from './successor-fields'

type Props = { params: Promise<{ appointmentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handover'))('title') }
}

/** The handover of one appointment: what goes with it, who follows, from which day, confirmed. */
export default async function HandoverOfPage({ params }: Props) {
  const { appointmentId } = await params
  if (!isId(appointmentId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readHandover(viewer, appointmentId))
  const { appointment, organisation, person, groups, total, successors, named, blind } = found
  const t = await getTranslations('handover')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const held = groups.filter(({ count }) => count > 0)
  const stuck = held.some(({ blocked }) => blocked.length > 0)
  return (
    <>
      <PageHead
        title={t('of', { name: person.name })}
        crumbs={[{ label: t('title'), href: '/handover' }, { label: person.name }]}
        lead={[
          organisation.name,
          terms(`role.${appointment.role}`),
          t('since', { on: formatDay(appointment.fromOn, locale) }),
        ].join(' · ')}
      />
      <div className="stack">
        <Card title={t('holds')}>
          <div className="grid gap-3">
            {found.only ? null : <p className="text-md text-ink-2">{t('otherAppointments')}</p>}
            {blind ? <p className="text-md text-ink-2">{t('countOnly')}</p> : null}
            {total === 0 ? <p className="muted">{t('holdsNothing')}</p> : null}
            <HeldGroups groups={held} blind={blind} />
            <p className="text-sm text-ink-2">{t('organisations')}</p>
          </div>
        </Card>
        {stuck ? <Notice tone="warn">{t('cannot')}</Notice> : null}
        {stuck ? null : (
          <ActionForm
            action={handOver}
            submit={t('submit')}
            draft={`handover:${appointment.id}`}
            cancel="/handover"
          >
            <HiddenField name="appointmentId" value={appointment.id} />
            <HiddenField name="version" value={appointment.version} />
            <HiddenField name="seen" value={found.seen} />
            {total > 0 ? (
              <Card title={t('successor')}>
                <SuccessorFields
                  successors={successors}
                  named={named}
                  groups={held.map(({ group }) => group)}
                />
              </Card>
            ) : null}
            <Card title={t('when')}>
              <div className="grid max-w-2xl gap-5">
                <DateField
                  name="fromOn"
                  label={t('fromOn')}
                  hint={t('fromOnHint')}
                  defaultValue={viewer.today}
                  max={viewer.today}
                />
                <TextAreaField
                  name="handoverNote"
                  label={t('handoverNote')}
                  hint={t('noteHint')}
                  rows={3}
                  max={2000}
                />
                <CheckboxField name="checked" label={t('checked')} />
              </div>
            </Card>
          </ActionForm>
        )}
      </div>
    </>
  )
}
