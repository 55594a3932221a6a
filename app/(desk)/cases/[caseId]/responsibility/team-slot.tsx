import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { isBound, type Slot, standardSlots } from '@/lib/assignments/rules'
import { slotPath } from '@/lib/assignments/slot-path'
import type { readTeam } from '@/lib/assignments/team-queries'
import { formatDay } from '@/lib/i18n/format'
import type { Stage } from '@/prisma/generated/enums'
import { LoggedFacts } from './logged-facts'

type Team = Awaited<ReturnType<typeof readTeam>>
type TeamSlotProps = {
  caseId: string
  slot: Slot
  stage: Stage
  held: Team['assignments'][number] | undefined
  duties: string | undefined
  logged: Team['logged']
  editable: boolean
}

/** One slot of the four-in-one team: holder since when, duties, what was logged. */
export function TeamSlot(props: TeamSlotProps) {
  const { caseId, slot, stage, held, duties, logged, editable } = props
  const t = useTranslations('assignments')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const standard = standardSlots.some((one) => one === slot)
  const bound = isBound(slot, stage)
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0 lg:grid-cols-[11rem_1fr_14rem]">
      <div className="grid content-start gap-1.5">
        <h3 className="font-semibold">{terms(`slot.${slot}`)}</h3>
        <span className="flex flex-wrap gap-1.5">
          {standard ? <Badge tone="blue">{t('standard')}</Badge> : null}
          {bound ? <Badge tone="brand">{t('bound')}</Badge> : null}
        </span>
      </div>
      <div className="grid content-start gap-1">
        {held ? (
          <p>
            <Holder {...held} />
            <span className="block text-sm text-ink-2">
              {t('sinceDay', { on: formatDay(held.from, locale) })}
            </span>
          </p>
        ) : (
          <p className={standard ? 'font-semibold text-red' : 'text-ink-2'}>{t('empty')}</p>
        )}
        <p className="max-w-prose text-md text-ink-2">
          <span className="sr-only">{t('duties')} </span>
          <span className="whitespace-pre-line">{duties || t(`duty.${slot}`)}</span>
        </p>
      </div>
      <div className="grid content-start gap-1 text-md">
        {logged ? (
          <LoggedFacts
            caseId={caseId}
            slot={slot}
            organisationId={held?.organisationId ?? null}
            logged={logged}
          />
        ) : null}
        {editable ? (
          <TextLink href={slotPath(caseId, slot)} className="screen-only">
            {held ? t(bound ? 'replace' : 'change') : t('assign')}
            <span className="sr-only"> {terms(`slot.${slot}`)}</span>
          </TextLink>
        ) : null}
      </div>
    </li>
  )
}

export function Holder(held: { organisation: string; personName: string; personPost: string }) {
  return (
    <>
      {held.personName || held.organisation}
      {held.personPost ? <span className="ms-2 text-ink-2">{held.personPost}</span> : null}
      {held.personName && held.organisation ? (
        <span className="block text-sm text-ink-2">{held.organisation}</span>
      ) : null}
    </>
  )
}
