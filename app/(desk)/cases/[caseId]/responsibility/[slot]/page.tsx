import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readSlot } from '@/lib/assignments/queries'
import { isBound, isInForce } from '@/lib/assignments/rules'
import { slotOf } from '@/lib/assignments/slot-path'
import { formatDay } from '@/lib/i18n/format'
import { assign, endAssignment, replaceAssignment } from './actions'
import { DutiesForm } from './duties-form'
import { HolderFields } from './holder-fields'

type Props = { params: Promise<{ caseId: string; slot: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('title') }
}

/** One slot: fill it, or hand it over; ended alone only where 包保 does not bind it. */
export default async function SlotPage({ params }: Props) {
  const { caseId, slot: part } = await params
  const slot = slotOf(part)
  if (!slot) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readSlot(viewer, caseId, slot))
  const { kase, assignments, editable, duties, ...choices } = found
  const t = await getTranslations('assignments')
  const name = (await getTranslations('terms'))(`slot.${slot}`)
  const locale = await getLocale()
  const cancel = `/cases/${caseId}/responsibility`
  if (!editable) {
    return (
      <Notice tone="warn" action={<TextLink href={cancel}>{t('title')}</TextLink>}>
        {t('closed')}
      </Notice>
    )
  }
  const { today } = viewer
  const held = assignments.find((one) => one.slot === slot && isInForce(one, today))
  const fields = <HolderFields slot={slot} today={today} {...choices} />
  if (!held) {
    return (
      <div className="stack">
        <Card title={t('assignTitle', { slot: name })} narrow>
          <ActionForm
            action={assign}
            submit={t('assign')}
            draft={`assign:${caseId}:${slot}`}
            cancel={cancel}
            label={t('assignTitle', { slot: name })}
          >
            <HiddenField name="caseId" value={caseId} />
            <HiddenField name="slot" value={slot} />
            {fields}
          </ActionForm>
        </Card>
        <DutiesForm caseId={caseId} slot={slot} text={duties} />
      </div>
    )
  }
  const hidden = (
    <>
      <HiddenField name="caseId" value={caseId} />
      <HiddenField name="assignmentId" value={held.id} />
    </>
  )
  const holder = [held.organisation, held.personName].filter(Boolean).join(' ')
  const bound = isBound(slot, kase.stage)
  return (
    <div className="stack">
      <Card title={t('replaceTitle', { slot: name })} narrow>
        <div className="grid gap-4">
          <div>
            <p>{t('now', { holder, from: formatDay(held.from, locale) })}</p>
            <p className="muted text-md">{t('replaceLead')}</p>
            {bound ? <p className="muted text-md">{t('boundHint')}</p> : null}
          </div>
          <ActionForm
            action={replaceAssignment}
            submit={t('replace')}
            draft={`replace:${held.id}`}
            cancel={cancel}
            label={t('replaceTitle', { slot: name })}
          >
            {hidden}
            {fields}
            <TextAreaField
              name="handoverNote"
              label={t('handoverNote')}
              hint={t('handoverHint')}
              rows={3}
              max={2000}
              optional={!bound}
            />
          </ActionForm>
        </div>
      </Card>
      <DutiesForm caseId={caseId} slot={slot} text={duties} />
      {bound ? null : (
        <Card title={t('endTitle', { slot: name })} narrow>
          <ActionForm
            action={endAssignment}
            submit={t('end')}
            tone="danger"
            draft={`end:${held.id}`}
            label={t('endTitle', { slot: name })}
          >
            {hidden}
            <DateField
              name="toOn"
              label={t('to')}
              defaultValue={today}
              min={held.from}
              max={today}
            />
            <TextAreaField name="reason" label={t('reason')} rows={2} max={2000} />
          </ActionForm>
        </Card>
      )}
    </div>
  )
}
