import { getLocale, getTranslations } from 'next-intl/server'
import { CheckboxField } from '@/components/form/choice-fields'
import { HiddenField } from '@/components/form/fields'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { formatDay } from '@/lib/i18n/format'
import type { ProblemCategory } from '@/prisma/generated/enums'

type Candidate = {
  id: string
  version: number
  village: string
  township: string
  proposedOn: string
  relapse: boolean
  problems: { id: string; category: ProblemCategory; title: string }[]
}

/** The villages of a confirmation of many: each may be left out; a refusal stands beside it. */
export async function TakenVillages({ candidates }: { candidates: Candidate[] }) {
  const t = await getTranslations('candidates')
  const terms = await getTranslations('terms.category')
  const locale = await getLocale()
  return (
    <Card title={t('bulk.villages', { count: candidates.length })} flush>
      <Table
        caption={t('bulk.villages', { count: candidates.length })}
        rows={candidates}
        rowKey={({ id }) => id}
        columns={[
          {
            head: t('village'),
            main: true,
            cell: ({ id, version, village }) => (
              <>
                <HiddenField name={`cases.${id}.version`} value={version} />
                <CheckboxField name={`cases.${id}.take`} label={village} defaultChecked />
              </>
            ),
          },
          { head: t('township'), cell: ({ township }) => township },
          {
            head: t('findings'),
            cell: ({ problems }) => (
              <ul>
                {problems.map(({ id, category, title }) => (
                  <li key={id}>
                    <span className="muted">{terms(category)}</span> {title}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            head: t('proposedOn'),
            nowrap: true,
            cell: ({ proposedOn, relapse }) => (
              <>
                {formatDay(proposedOn, locale)}{' '}
                {relapse ? <Badge tone="amber">{t('relapse')}</Badge> : null}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}
