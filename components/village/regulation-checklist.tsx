import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { type Column, Table } from '@/components/ui/table'
import { formatDay } from '@/lib/i18n/format'
import type { RegulationCode } from '@/lib/regulations/codes'

type Present = {
  id: string
  title: string
  document: string
  adoptedOn: string
  recordedByName: string
  prescribedBy: { id: string; title: string } | null
}
type Line = { code: RegulationCode; required: boolean; present: Present | null }

/** What a village must have: in force since when, on which paper; or missing. */
export function Checklist({ lines, repeal }: { lines: Line[]; repeal?: string }) {
  const locale = useLocale()
  const t = useTranslations('regulations')
  const terms = useTranslations('terms.regulation')
  const columns: Column<Line>[] = [
    { head: t('name'), main: true, cell: ({ code }) => terms(code) },
    {
      head: t('state'),
      nowrap: true,
      cell: ({ present, required }) =>
        present ? `✓ ${t('inForce')}` : `${required ? '✗ ' : ''}${t('missing')}`,
    },
    { head: t('required'), nowrap: true, cell: ({ required }) => t(required ? 'yes' : 'no') },
    {
      head: t('adoptedOn'),
      nowrap: true,
      cell: ({ present }) => present && formatDay(present.adoptedOn, locale),
    },
    { head: t('document'), cell: ({ present }) => present?.document },
    {
      head: t('prescribedBy'),
      cell: ({ present }) =>
        present?.prescribedBy && (
          <TextLink href={`/documents/${present.prescribedBy.id}`}>
            {present.prescribedBy.title}
          </TextLink>
        ),
    },
    {
      head: t('repeal'),
      cell: ({ present, code }) =>
        repeal && present ? (
          <TextLink
            className="screen-only"
            href={`${repeal}/${present.id}`}
            aria-label={t('repealOf', { title: terms(code) })}
          >
            {t('repeal')}
          </TextLink>
        ) : null,
    },
  ]
  return (
    <Table
      caption={t('title')}
      rows={lines}
      rowKey={({ code }) => code}
      columns={columns.filter(({ head }) => repeal || head !== t('repeal'))}
    />
  )
}
