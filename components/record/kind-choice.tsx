import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Anchor } from '@/components/ui/link'
import { moves } from '@/lib/plans/moves'
import { moveOf } from '@/lib/records/kinds'
import type { RecordKind } from '@/prisma/generated/enums'

type KindChoiceProps = { kinds: readonly RecordKind[]; caseId?: string }

/** The kinds the viewer writes, under the five moves: one tap each. */
export function KindChoice({ kinds, caseId }: KindChoiceProps) {
  const t = useTranslations('records')
  const terms = useTranslations('terms.recordKind')
  const href = (kind: RecordKind) => `/records/new?kind=${kind}${caseId ? `&case=${caseId}` : ''}`
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {moves.map((move) => {
        const under = kinds.filter((kind) => moveOf(kind) === move)
        if (under.length === 0) return null
        return (
          <Card
            key={move}
            title={t(`moves.${move}`)}
            foot={move === 'TEAM' ? t('choose.applies') : undefined}
          >
            <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
              {under.map((kind) => (
                <li key={kind}>
                  <Anchor
                    href={href(kind)}
                    className="flex min-h-(--control) items-center rounded-md border border-line px-3 py-1.5 hover:border-brand hover:bg-brand-wash"
                  >
                    {terms(kind)}
                  </Anchor>
                </li>
              ))}
            </ul>
          </Card>
        )
      })}
    </div>
  )
}
