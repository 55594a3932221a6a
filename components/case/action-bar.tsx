import { useTranslations } from 'next-intl'
import { Blocked } from '@/components/ui/blocked'
import { LinkButton } from '@/components/ui/button'
import { Anchor, TextLink } from '@/components/ui/link'
import { Menu } from '@/components/ui/menu'
import type { Block, CaseAction } from '@/lib/cases/case-actions'
import type { CaseLink } from '@/lib/cases/case-links'
import { verbPath } from '@/lib/cases/case-paths'
import { useGateWords } from './gate-words'

type ActionBarProps = {
  caseId: string
  actions: readonly CaseAction[]
  links: readonly CaseLink[]
}

type Entry = { key: string; label: string; href: string; main: boolean; block?: Block }

/** The verbs this viewer has on the case now; what is blocked opens to say why. */
export function ActionBar({ caseId, actions, links }: ActionBarProps) {
  const t = useTranslations('cases')
  const terms = useTranslations('terms.verb')
  const entries = [
    ...links.map(({ name, href, place }) => ({
      key: name,
      label: t(`links.${name}`),
      href,
      place,
    })),
    ...actions.map(({ verb, place, block }) => ({
      key: verb,
      label: terms(verb),
      href: verbPath(caseId, verb),
      place,
      block,
    })),
  ].map(({ place, ...entry }) => ({ ...entry, place, main: place === 'main' }))
  const inSight: Entry[] = entries
    .filter(({ place }) => place !== 'more')
    .toSorted((a, b) => Number(b.main) - Number(a.main))
  const more = entries.filter(({ place }) => place === 'more')
  const first = inSight.find(({ main, block }) => main && !block)
  return (
    <>
      {inSight.map((entry) =>
        entry.block ? (
          <Blocked key={entry.key} label={entry.label}>
            <Reasons caseId={caseId} block={entry.block} />
          </Blocked>
        ) : (
          <LinkButton
            key={entry.key}
            href={entry.href}
            tone={entry === first ? 'primary' : 'plain'}
          >
            {entry.label}
          </LinkButton>
        ),
      )}
      {more.length > 0 ? (
        <Menu label={t('head.more')}>
          {more.map(({ key, href, label }) => (
            <Anchor
              key={key}
              href={href}
              className="flex min-h-11 items-center px-4 hover:bg-ground"
            >
              {label}
            </Anchor>
          ))}
        </Menu>
      ) : null}
    </>
  )
}

function Reasons({ caseId, block }: { caseId: string; block: Block }) {
  const t = useTranslations('cases.head')
  const words = useGateWords()
  if (block.by === 'ownWork') return <p>{t('ownWork')}</p>
  const missing = block.items.filter(({ state }) => state === 'missing')
  return (
    <>
      <p className="font-semibold">{t('gateClosed', { count: missing.length })}</p>
      <ul className="my-2 grid gap-1.5">
        {missing.map((item) => (
          <li key={item.code} className="flex gap-2">
            <span aria-hidden="true" className="font-semibold text-red">
              ✕
            </span>
            <span>
              {words.criterion(item.code)}
              <span className="block text-sm text-ink-2">{words.missing(item.missing)}</span>
            </span>
          </li>
        ))}
      </ul>
      <TextLink href={`/cases/${caseId}/acceptance#gate`}>{t('toGate')}</TextLink>
    </>
  )
}
