import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { daysBetween, toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { MeasurePage } from '@/lib/measures/queries'
import { askExtension, grantExtension, refuseExtension, withdrawExtension } from './actions'
import { OnMeasure } from './work-card'

type ExtensionCardProps = { page: MeasurePage; viewer: Viewer }
type Extension = MeasurePage['extensions'][number]

/** Requests for more time: what was asked and decided, and what the viewer can do about it. */
export function ExtensionCard({ page, viewer }: ExtensionCardProps) {
  const t = useTranslations('measures.extension')
  const { kase, subject, measure, extensions, ruleSet } = page
  const working = kase.stage === 'RECTIFYING' && !kase.paused && measure.status === 'OPEN'
  const waiting = extensions.some(({ status }) => status === 'REQUESTED')
  const granted = extensions.filter(({ status }) => status === 'GRANTED')
  const used = granted.reduce(
    (days, { oldDueOn, newDueOn }) => days + daysBetween(toDay(oldDueOn), toDay(newDueOn)),
    0,
  )
  const { maxPerMeasure, maxTotalDays } = ruleSet.extensions
  const asks = working && !waiting && can(viewer, 'extension.ask', subject)
  if (!asks && extensions.length === 0) return null
  return (
    <Card title={t('title')} id="extensions">
      <div className="stack">
        {extensions.toReversed().map((extension) => (
          <Request key={extension.id} page={page} viewer={viewer} extension={extension} />
        ))}
        {asks && granted.length < maxPerMeasure ? (
          <Fold label={t('ask')}>
            <p className="text-sm text-ink-2">
              {t('caps', {
                max: maxPerMeasure,
                days: maxTotalDays,
                count: granted.length,
                left: Math.max(0, maxTotalDays - used),
              })}
            </p>
            <ActionForm
              action={askExtension}
              submit={t('ask')}
              tone="plain"
              draft={`extension:${measure.id}`}
              label={t('ask')}
            >
              <OnMeasure page={page} />
              <DateField name="newDueOn" label={t('newDueOn')} min={viewer.today} />
              <TextAreaField name="reason" label={t('reason')} rows={3} max={2000} />
            </ActionForm>
          </Fold>
        ) : null}
        {asks && granted.length >= maxPerMeasure ? (
          <p className="text-md text-ink-2">{t('used', { max: maxPerMeasure })}</p>
        ) : null}
      </div>
    </Card>
  )
}

const tones = { REQUESTED: 'amber', GRANTED: 'green', REFUSED: 'red', WITHDRAWN: 'grey' } as const

function Request({ page, viewer, extension }: ExtensionCardProps & { extension: Extension }) {
  const t = useTranslations('measures.extension')
  const terms = useTranslations('terms.extensionStatus')
  const locale = useLocale()
  const on = (day: Date | null) => (day ? formatDay(toDay(day), locale) : '')
  const { kase, subject } = page
  const waiting = extension.status === 'REQUESTED' && !kase.paused
  const decides = waiting && can(viewer, 'extension.decide', subject)
  return (
    <section className="grid gap-2 border-b border-line pb-3 text-md last:border-0 last:pb-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Badge tone={tones[extension.status]}>{terms(extension.status)}</Badge>
        <span className="font-medium">
          {t('move', { from: on(extension.oldDueOn), to: on(extension.newDueOn) })}
        </span>
      </p>
      <p className="whitespace-pre-wrap">{extension.reason}</p>
      <p className="text-sm text-ink-2">
        {t('askedBy', { by: extension.requestedByName, on: on(extension.requestedOn) })}
      </p>
      {extension.decidedOn ? (
        <p className="text-sm text-ink-2">
          {t('decidedBy', { by: extension.decidedByName, on: on(extension.decidedOn) })}
          {extension.decisionNote ? `：${extension.decisionNote}` : ''}
        </p>
      ) : null}
      {waiting ? <CaseLight light={extension.light} today={viewer.today} /> : null}
      {decides && extension.requestedById === viewer.userId ? (
        <Notice tone="warn">{t('own')}</Notice>
      ) : null}
      {decides && extension.requestedById !== viewer.userId ? (
        <Decide kase={kase} extension={extension} />
      ) : null}
      {waiting && extension.requestedById === viewer.userId ? (
        <ActionForm
          action={withdrawExtension}
          submit={t('withdraw')}
          tone="plain"
          label={t('withdraw')}
        >
          <OnExtension kase={kase} extension={extension} />
        </ActionForm>
      ) : null}
    </section>
  )
}

type OnExtensionProps = { kase: MeasurePage['kase']; extension: Extension }

function Decide({ kase, extension }: OnExtensionProps) {
  const t = useTranslations('measures.extension')
  return (
    <div className="grid gap-3 pt-1">
      <ActionForm
        action={grantExtension}
        submit={t('grant')}
        draft={`grant:${extension.id}`}
        label={t('grant')}
      >
        <OnExtension kase={kase} extension={extension} />
        <TextAreaField name="note" label={t('note')} rows={2} max={2000} optional />
      </ActionForm>
      <Fold label={t('refuse')}>
        <ActionForm
          action={refuseExtension}
          submit={t('refuse')}
          tone="danger"
          draft={`refuse:${extension.id}`}
          label={t('refuse')}
        >
          <OnExtension kase={kase} extension={extension} />
          <TextAreaField name="note" label={t('refuseReason')} rows={3} max={2000} />
        </ActionForm>
      </Fold>
    </div>
  )
}

function OnExtension({ kase, extension }: OnExtensionProps) {
  return (
    <>
      <HiddenField name="caseId" value={kase.id} />
      <HiddenField name="extensionId" value={extension.id} />
      <HiddenField name="version" value={extension.version} />
    </>
  )
}
