import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { pointsOf } from '@/lib/appraisals/points'
import type { readAppraisal } from '@/lib/appraisals/queries'

type Found = Awaited<ReturnType<typeof readAppraisal>>

/** The organisations of a year by kind, in the order of code and name. */
export function SheetTable({
  kind,
  sheets,
  bands,
}: Pick<Found, 'sheets' | 'bands'> & { kind: 'TOWNSHIP' | 'HELPER_UNIT' }) {
  const t = useTranslations('appraisals')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  const rows = sheets.filter((row) => row.kind === kind)
  if (rows.length === 0) return null
  return (
    <Card title={t(`kindTitle.${kind}`)} flush>
      <Table
        caption={t(`kindTitle.${kind}`)}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            head: t('organisation'),
            main: true,
            cell: (row) => (
              <TextLink href={`/appraisals/sheets/${row.id}`}>{row.organisationName}</TextLink>
            ),
          },
          { head: t('cases'), align: 'end', cell: (row) => row.cases },
          {
            head: t('score'),
            align: 'end',
            nowrap: true,
            cell: (row) => (
              <>
                {row.verified === null ? t('notApplicable') : pointsOf(row.verified)}
                {row.changed ? <span className="text-sm text-ink-2"> {t('changed')}</span> : null}
              </>
            ),
          },
          {
            head: t('grade'),
            nowrap: true,
            cell: (row) => bands.find(({ code }) => code === row.grade)?.title[lang] ?? '',
          },
          {
            head: t('heads'),
            cell: (row) =>
              row.heads.length > 0 ? (
                row.heads.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')
              ) : (
                <Badge tone="amber">{t('headless')}</Badge>
              ),
          },
          {
            head: t('verified'),
            nowrap: true,
            cell: (row) => row.verifiedByName || t('notVerified'),
          },
          {
            head: t('appeals'),
            nowrap: true,
            cell: (row) =>
              row.openAppeals > 0 ? (
                <Badge tone="amber">{t('openAppeals', { count: row.openAppeals })}</Badge>
              ) : row.appeals > 0 ? (
                t('appealCount', { count: row.appeals })
              ) : (
                ''
              ),
          },
        ]}
      />
    </Card>
  )
}
