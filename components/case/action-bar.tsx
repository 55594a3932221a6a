import { useTranslations } from 'next-intl'
import { Blocked } from '@/components/ui/blocked'
import { LinkButton } from '@/components/ui/button'
import { Anchor, TextLink } from '@/components/ui/link'
import { Menu } from '@/components/ui/menu'
import type { Block, CaseAction } from '@/lib/cases/case-actions'
import { verbPath } from '@/lib/cases/case-paths'
import { useGateWords } from './gate-words'

type ActionBarProps = {
  caseId: string
  actions: readonly CaseAction[]
  /** Further entries of the menu that are no verbs. */
  links?: readonly { label: string; href: string }[]
}

/** The verbs this viewer has on the case now; what is blocked opens to say why. */
export function ActionBar({ caseId, actions, links = [] }: ActionBarProps) {
  const t = useTranslations('cases.head')
  const terms = useTranslations('terms.verb')
  const inSight = actions.filter(({ place }) => place !== 'more')
  const more = actions.filter(({ place }) => place === 'more')
  const first = inSight.find(({ place, block }) => place === 'main' && !block)
  return (
    <>
      {inSight.map((action) =>
        action.block ? (
          <Blocked key={action.verb} label={terms(action.verb)}>
            <Reasons caseId={caseId} block={action.block} />
          </Blocked>
        ) : (
          <LinkButton
            key={action.verb}
            href={verbPath(caseId, action.verb)}
            tone={action === first ? 'primary' : 'plain'}
          >
            {terms(action.verb)}
          </LinkButton>
        ),
      )}
      {more.length + links.length > 0 ? (
        <Menu label={t('more')}>
          {more.map(({ verb }) => (
            <Entry key={verb} href={verbPath(caseId, verb)} label={terms(verb)} />
          ))}
          {links.map((link) => (
            <Entry key={link.href} {...link} />
          ))}
        </Menu>
      ) : null}
    </>
  )
}

function Entry({ href, label }: { href: string; label: string }) {
  return (
    <Anchor href={href} className="flex min-h-11 items-center px-4 hover:bg-ground">
      {label}
    </Anchor>
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
