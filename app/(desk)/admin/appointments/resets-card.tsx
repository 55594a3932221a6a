import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { listResets } from '@/lib/accounts/reset-queries'
import { formatInstant } from '@/lib/i18n/format'

/** Resets of people of the county office that wait for a colleague of theirs. */
export async function ResetsCard({ viewer }: { viewer: Viewer }) {
  const resets = await listResets(viewer)
  if (resets.length === 0) return null
  const t = await getTranslations('admin.resets')
  const locale = await getLocale()
  const decides = can(viewer, 'appointment.confirm')
  return (
    <Card title={t('title')} flush>
      <Table
        caption={t('title')}
        rows={resets}
        rowKey={(reset) => reset.id}
        columns={[
          {
            head: t('person'),
            main: true,
            cell: ({ person }) => `${person?.name ?? ''}（${person?.account ?? ''}）`,
          },
          { head: t('what'), cell: ({ kind }) => t(`kind.${kind}`) },
          {
            head: t('asked'),
            cell: ({ askedBy, askedAt }) =>
              t('askedBy', { name: askedBy, at: formatInstant(askedAt, locale) }),
          },
          {
            head: t('deed'),
            align: 'end',
            cell: ({ id, own }) => {
              if (!decides) return t('waiting')
              if (own) return t('own')
              return (
                <LinkButton size="sm" href={`/admin/resets/${id}`}>
                  {t('decide')}
                </LinkButton>
              )
            },
          },
        ]}
      />
    </Card>
  )
}
