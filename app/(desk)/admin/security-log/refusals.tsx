import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { Pager } from '@/components/ui/pager'
import { Table } from '@/components/ui/table'
import { permissions } from '@/lib/access/policy'
import { forPage } from '@/lib/access/viewer'
import type { Viewer } from '@/lib/access/viewer-types'
import { type Given, hrefWith, securityKinds } from '@/lib/accounts/list-filters'
import { listSecurityLog, type SecurityFilter } from '@/lib/accounts/security-log-queries'
import { formatInstant } from '@/lib/i18n/format'

type Props = { viewer: Viewer; filter: SecurityFilter; given: Given }
type Entry = Awaited<ReturnType<typeof listSecurityLog>>['items'][number]

/** What was refused and who failed to sign in. */
export async function Refusals({ viewer, filter, given }: Props) {
  const { items, next } = await forPage(listSecurityLog(viewer, filter))
  const t = await getTranslations('admin.securityLog')
  const locale = await getLocale()
  const describe = await describer()
  const path = '/admin/security-log'
  return (
    <>
      <Filters action={path} clear={filter.kind ? path : undefined}>
        <Field id="kind" label={t('kind')}>
          <Select
            id="kind"
            name="kind"
            defaultValue={filter.kind}
            blank={t('all')}
            options={securityKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
        </Field>
      </Filters>
      <Card flush>
        <Table
          caption={t('title')}
          rows={items}
          rowKey={(entry) => entry.id}
          empty={<EmptyState title={t('none')} />}
          columns={[
            {
              head: t('at'),
              main: true,
              nowrap: true,
              cell: (entry) => formatInstant(entry.at, locale),
            },
            {
              head: t('person'),
              cell: ({ person }) => (person ? `${person.name}（${person.account}）` : t('unknown')),
            },
            {
              head: t('kind'),
              cell: ({ kind }) => (
                <Badge tone={kind === 'denied' ? 'amber' : 'red'}>
                  {t(`kinds.${securityKinds.find((each) => each === kind) ?? 'other'}`)}
                </Badge>
              ),
            },
            { head: t('what'), cell: describe },
          ]}
        />
      </Card>
      <Pager
        first={filter.after ? hrefWith(path, given, { after: undefined }) : undefined}
        next={
          next ? hrefWith(path, given, { after: `${next.at.toISOString()}_${next.id}` }) : undefined
        }
      />
    </>
  )
}

/** The details of an entry in words. */
async function describer(): Promise<(entry: Entry) => string> {
  const t = await getTranslations('admin.securityLog.text')
  const admin = await getTranslations('admin')
  return ({ details }) => {
    const permission = permissions.find((each) => each === details.permission)
    if (permission) return admin(`permission.${permission}`)
    if (details.permission === 'ownWork') return t('ownWork')
    if (typeof details.failures === 'number') return t('failures', { count: details.failures })
    return String(details.permission ?? '')
  }
}
