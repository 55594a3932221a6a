import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { formatDay } from '@/lib/i18n/format'
import type { VillageChangeKind } from '@/prisma/generated/enums'

type Neighbour = { id: string; name: string }
type VillageHistoryProps = {
  villageId: string
  changes: readonly {
    id: string
    kind: VillageChangeKind
    effectiveOn: string
    documentNo: string
    nameBefore: string
    nameAfter: string
    codeBefore: string
    codeAfter: string
    village: Neighbour
    successor: Neighbour | null
  }[]
}

/** 沿革: what a village was called, what it became part of, what came to it, by which document. */
export function VillageHistory({ villageId, changes }: VillageHistoryProps) {
  const t = useTranslations('villages')
  const locale = useLocale()
  if (changes.length === 0) return <p className="muted">{t('historyNone')}</p>
  return (
    <ol>
      {changes.map((change) => {
        const coded = change.kind === 'CODE_CHANGED'
        const other = change.village.id === villageId ? change.successor : change.village
        return (
          <li key={change.id} className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
            <span>
              {t(`history${change.kind}`, {
                before: coded ? change.codeBefore : change.nameBefore,
                after: coded ? change.codeAfter : change.nameAfter,
              })}
            </span>
            <span className="text-sm text-ink-2">
              {formatDay(change.effectiveOn, locale)} · {t('document', { no: change.documentNo })}
            </span>
            {other ? (
              <div>
                <TextLink href={`/villages/${other.id}`}>{other.name}</TextLink>
              </div>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
