import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { formatInstant } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

type Import = {
  id: string
  fileName: string
  sha256: string
  historical: number
  candidates: number
  leftOut: number
  importedByName: string
  importedAt: Date
}

/** What was imported into the batch before: by whom, from which file, what came of it. */
export async function EarlierImports({ imports, locale }: { imports: Import[]; locale: Locale }) {
  const t = await getTranslations('ledger')
  if (imports.length === 0) return null
  return (
    <Card title={t('imports')} flush>
      <Table
        caption={t('imports')}
        rows={imports}
        rowKey={({ id }) => id}
        columns={[
          {
            head: t('importedAt'),
            nowrap: true,
            cell: ({ importedAt }) => formatInstant(importedAt, locale),
          },
          { head: t('importedBy'), cell: ({ importedByName }) => importedByName },
          {
            head: t('source'),
            main: true,
            cell: ({ fileName, sha256 }) => (
              <>
                {fileName || t('pasted')}
                <span className="block font-mono text-sm break-all text-ink-2">
                  SHA-256 {sha256}
                </span>
              </>
            ),
          },
          { head: t('result'), cell: (row) => t('resultText', row) },
        ]}
      />
    </Card>
  )
}
