import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { type Given, hrefWith } from '@/lib/accounts/list-filters'
import { listLeaving } from '@/lib/handover/queries'
import { leavingFilter } from '@/lib/handover/schema'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handover'))('title') }
}

/** Whose work can be handed over: one line for each appointment. */
export default async function HandoverPage({ searchParams }: { searchParams: Promise<Given> }) {
  const viewer = await requireViewer()
  const given = await searchParams
  const parsed = leavingFilter.safeParse(given)
  const filter = parsed.success ? parsed.data : {}
  const { items, next } = await forPage(listLeaving(viewer, filter))
  const t = await getTranslations('handover')
  const terms = await getTranslations('terms')
  const path = '/handover'
  return (
    <>
      <PageHead title={t('title')} crumbs={[{ label: t('title') }]} lead={t('lead')} />
      {parsed.success ? null : <Notice tone="warn">{t('ignored')}</Notice>}
      <Filters action={path} clear={filter.q ? path : undefined}>
        <Field id="q" label={t('search')}>
          <TextInput id="q" name="q" type="search" defaultValue={filter.q} maxLength={40} />
        </Field>
      </Filters>
      <Card flush>
        <Table
          caption={t('title')}
          rows={items}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
          columns={[
            {
              head: t('person'),
              main: true,
              cell: ({ person }) => (
                <>
                  {person.name}
                  {person.post ? <span className="ms-2 text-ink-2">{person.post}</span> : null}
                </>
              ),
            },
            {
              head: t('role'),
              cell: ({ role, organisation, state }) => (
                <>
                  {terms(`role.${role}`)} · {organisation.name}
                  {state === 'over' ? <Badge>{t('over')}</Badge> : null}
                </>
              ),
            },
            {
              head: t('held'),
              nowrap: true,
              cell: ({ held }) => (held > 0 ? t('heldCount', { count: held }) : '—'),
            },
            {
              head: t('action'),
              cell: ({ id, person }) => (
                <TextLink href={`${path}/${id}`}>
                  {t('handOver')}
                  <span className="sr-only"> {person.name}</span>
                </TextLink>
              ),
            },
          ]}
        />
      </Card>
      <Pager
        first={filter.after ? hrefWith(path, given, { after: undefined }) : undefined}
        next={next ? hrefWith(path, given, { after: next }) : undefined}
      />
    </>
  )
}
