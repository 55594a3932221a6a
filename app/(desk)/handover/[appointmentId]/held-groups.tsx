import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import type { readHandover } from '@/lib/handover/queries'
import { formatDay } from '@/lib/i18n/format'

type Group = Awaited<ReturnType<typeof readHandover>>['groups'][number]

/** What somebody holds, group by group: named, or counted where it is not the viewer's to read. */
export function HeldGroups({ groups, blind }: { groups: readonly Group[]; blind: boolean }) {
  const t = useTranslations('handover')
  return groups.map(({ group, count, hidden, blocked, items }) => (
    <section key={group} aria-labelledby={`held-${group}`} className="grid gap-1">
      <h3 id={`held-${group}`} className="font-semibold">
        {t(`group.${group}`)}
        <span className="ms-2 font-normal text-ink-2">{t('heldCount', { count })}</span>
      </h3>
      {items.length > 0 ? (
        <ul className="grid gap-0.5">
          {items.map((item) => (
            <Item key={item.id} item={item} group={group} />
          ))}
        </ul>
      ) : null}
      {hidden > 0 && !blind ? (
        <p className="text-md text-ink-2">{t('hidden', { count: hidden })}</p>
      ) : null}
      {blocked.map(({ reason, count: number }) => (
        <p key={reason} className="text-md text-amber">
          {t('blockedCount', { count: number, reason: t(`blocked.${reason}`) })}
        </p>
      ))}
    </section>
  ))
}

function Item({ item, group }: { item: Group['items'][number]; group: Group['group'] }) {
  const t = useTranslations('handover')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const what = item.slot
    ? terms(`slot.${item.slot}`)
    : item.level
      ? terms(`acceptanceLevel.${item.level as 'COUNTY' | 'TOWNSHIP'}`)
      : group === 'measures'
        ? t('numbered', { number: item.number ?? 0, title: item.what })
        : item.what
  return (
    <li className="text-md">
      <TextLink className="underline" href={`/cases/${item.caseId}/responsibility`}>
        {item.village}
      </TextLink>{' '}
      <span>{what}</span>
      {item.draft ? <span className="ms-2 text-ink-2">{t('draft')}</span> : null}
      {item.from ? (
        <span className="ms-2 text-sm text-ink-2">
          {t('since', { on: formatDay(item.from, locale) })}
        </span>
      ) : null}
      {item.blocked ? (
        <span className="ms-2 text-amber">{t(`blocked.${item.blocked}`)}</span>
      ) : null}
    </li>
  )
}
