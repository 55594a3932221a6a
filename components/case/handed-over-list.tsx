import { useLocale, useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { ProblemCategory } from '@/prisma/generated/enums'

type HandedOverProblem = {
  id: string
  number: number
  category: ProblemCategory
  title: string
  cause: string
  evidence: string
  kind: { titleZh: string; titleEn: string }
}

/** The problems of a case as they are handed over: category, kind, problem, cause, evidence. */
export function HandedOverList({ problems }: { problems: HandedOverProblem[] }) {
  const t = useTranslations('candidates')
  const terms = useTranslations('terms.category')
  const english = useLocale() === 'en'
  return (
    <Table
      caption={t('handOverTitle')}
      rows={problems}
      rowKey={(row) => row.id}
      columns={[
        { head: t('number'), cell: (row) => row.number, nowrap: true },
        { head: t('category'), cell: (row) => terms(row.category), nowrap: true },
        { head: t('kind'), cell: (row) => (english ? row.kind.titleEn : row.kind.titleZh) },
        { head: t('problem'), main: true, cell: (row) => row.title },
        { head: t('cause'), cell: (row) => row.cause },
        { head: t('evidence'), cell: (row) => row.evidence },
      ]}
    />
  )
}
