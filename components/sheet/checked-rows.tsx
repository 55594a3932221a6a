'use client'
import { useTranslations } from 'next-intl'
import { useMessage } from '@/components/form/message'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/choice'
import { Table } from '@/components/ui/table'
import type { FormState } from '@/lib/form-state'
import type { TableRow } from '@/lib/sheets/table'
import { Refusal } from './refusal'

type CheckedRowsProps<Field extends string> = {
  rows: TableRow<Field>[]
  /** The cells once more, as they are sent to be taken in. */
  text: string
  /** The columns shown; the first one names the row. */
  fields: readonly Field[]
  label: (field: Field) => string
  submit: string
  create: (form: FormData) => void
  pending: boolean
  refused: FormState | undefined
}

/** Second step of an import: every row with what is wrong with it; good ones alone by choice. */
export function CheckedRows<Field extends string>(props: CheckedRowsProps<Field>) {
  const { rows, text, fields, label, submit, create, pending, refused } = props
  const t = useTranslations('admin.sheet')
  const message = useMessage()
  const bad = rows.filter(({ issues }) => issues.length > 0).length
  const result = ({ issues }: TableRow<Field>) =>
    issues.length === 0 ? (
      <span className="text-green">✓ {t('good')}</span>
    ) : (
      issues.map((issue) => (
        <span key={`${issue.field} ${issue.code}`} className="block text-red">
          ✕ {t('byField', { field: label(issue.field), text: message(issue) })}
        </span>
      ))
    )
  return (
    <Card title={t('checked', { all: rows.length, good: rows.length - bad, bad })} flush>
      <Table
        caption={t('result')}
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { head: t('line'), cell: (row) => row.line },
          ...fields.map((field, index) => ({
            head: label(field),
            main: index === 0,
            cell: (row: TableRow<Field>) => row.text[field],
          })),
          { head: t('result'), cell: result },
        ]}
      />
      <form
        action={create}
        aria-busy={pending || undefined}
        className="grid gap-4 border-t border-line p-4"
      >
        <Refusal refused={refused} />
        <input type="hidden" name="text" value={text} />
        {bad > 0 && bad < rows.length ? <Checkbox name="onlyGood" label={t('onlyGood')} /> : null}
        <div>
          <Button type="submit" tone="primary" aria-disabled={pending || undefined}>
            {submit}
          </Button>
        </div>
      </form>
    </Card>
  )
}
