import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CaseLight } from '@/components/case/case-light'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { caseListHref } from '@/lib/cases/list-filter'
import type { Day } from '@/lib/dates'
import type { Found, SearchResult } from '@/lib/search/queries'

type SearchResultsProps = {
  result: SearchResult
  text: string
  today: Day
  /** Whether organisations lead to their record, or else to the cases they answer for. */
  opens: { accounts: boolean; cases: boolean }
}

/** What was found, by kind; each heading says where all of it stands. */
export function SearchResults({ result, text, today, opens }: SearchResultsProps) {
  const t = useTranslations('search')
  const terms = useTranslations('terms')
  const list = useTranslations('cases.list')
  const q = encodeURIComponent(text)
  return (
    <>
      <Group
        title={t('cases')}
        found={result.cases}
        all={caseListHref({ q: text })}
        show={({ id, village, township, batch, stage, light }) => (
          <Line
            href={`/cases/${id}`}
            name={village.name}
            demo={village.demo}
            side={<CaseLight light={light} today={today} />}
          >
            {[township.name, batch?.name ?? list('noBatch'), terms(`stage.${stage}`)].join(' · ')}
          </Line>
        )}
      />
      <Group
        title={t('villages')}
        found={result.villages}
        all={`/villages?q=${q}`}
        show={({ id, name, demo, township, code }) => (
          <Line href={`/villages/${id}`} name={name} demo={demo}>
            {township.name} · {code}
          </Line>
        )}
      />
      <Group
        title={t('batches')}
        found={result.batches}
        all="/batches"
        show={({ id, name, year }) => (
          <Line href={`/batches/${id}`} name={name}>
            {year}
          </Line>
        )}
      />
      <Group
        title={t('organisations')}
        found={result.organisations}
        all={opens.accounts ? `/admin/organisations?q=${q}` : undefined}
        show={({ id, name }) => (
          <Line
            href={
              opens.accounts ? `/admin/organisations/${id}` : caseListHref({ organisation: id })
            }
            name={name}
            side={
              opens.accounts && opens.cases ? (
                <TextLink quiet href={caseListHref({ organisation: id })}>
                  {t('itsCases')}
                </TextLink>
              ) : null
            }
          />
        )}
      />
      <Group
        title={t('documents')}
        found={result.documents}
        all={`/documents?q=${q}`}
        show={({ id, name, documentNo }) => (
          <Line href={`/documents/${id}`} name={name}>
            {documentNo}
          </Line>
        )}
      />
      <Group
        title={t('people')}
        found={result.people}
        all={`/admin/people?q=${q}`}
        show={({ id, name, account, post }) => (
          <Line href={`/admin/people/${id}`} name={name}>
            {[post, account].filter(Boolean).join(' · ')}
          </Line>
        )}
      />
    </>
  )
}

type GroupProps<Item> = {
  title: string
  found: Found<Item>
  /** The list that holds all of them. */
  all?: string
  show: (item: Item) => ReactNode
}

function Group<Item extends { id: string }>({ title, found, all, show }: GroupProps<Item>) {
  const t = useTranslations('search')
  if (found.items.length === 0) return null
  return (
    <Card
      flush
      title={title}
      aside={found.more && all ? <TextLink href={all}>{t('all')}</TextLink> : null}
    >
      <ul className="divide-y divide-line">
        {found.items.map((item) => (
          <li key={item.id} className="px-4 py-2.5">
            {show(item)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type LineProps = {
  href: string
  name: string
  demo?: boolean
  side?: ReactNode
  children?: ReactNode
}

function Line({ href, name, demo, side, children }: LineProps) {
  const terms = useTranslations('terms')
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <TextLink href={href}>{name}</TextLink>
        {demo ? <Badge>{terms('demo')}</Badge> : null}
        {children ? <span className="text-sm text-ink-2">{children}</span> : null}
      </span>
      {side}
    </div>
  )
}
