import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { formatDay } from '@/lib/i18n/format'

type Line = {
  id: string
  title: string
  documentNo: string
  issuer: string
  issuedOn: string | null
  publishedOn: string
  edition: number
  fileName: string
  demo: boolean
  standing: 'inForce' | 'superseded' | 'repealed'
}

/** Documents as lines: title, number, who issued it, when, which version. */
export function DocumentTable({ documents }: { documents: Line[] }) {
  const t = useTranslations('documents')
  const terms = useTranslations('terms')
  const locale = useLocale()
  return (
    <Table
      caption={t('title')}
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          head: t('name'),
          main: true,
          cell: ({ id, title, demo, standing }) => (
            <span className="flex flex-wrap items-center gap-2">
              <TextLink href={`/documents/${id}`}>{title}</TextLink>
              {demo ? <Badge>{terms('demo')}</Badge> : null}
              {standing === 'inForce' ? null : (
                <Badge tone="amber">{t(`standing.${standing}`)}</Badge>
              )}
            </span>
          ),
        },
        { head: t('documentNo'), cell: ({ documentNo }) => documentNo },
        { head: t('issuer'), cell: ({ issuer }) => issuer },
        {
          head: t('issuedOn'),
          nowrap: true,
          cell: ({ issuedOn }) => issuedOn && formatDay(issuedOn, locale),
        },
        {
          head: t('publishedOn'),
          nowrap: true,
          cell: ({ publishedOn }) => formatDay(publishedOn, locale),
        },
        {
          head: t('edition'),
          nowrap: true,
          cell: ({ edition }) => t('editionOf', { edition }),
        },
      ]}
    />
  )
}
