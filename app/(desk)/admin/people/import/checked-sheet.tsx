'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { useMessage } from '@/components/form/message'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/choice'
import { Table } from '@/components/ui/table'
import type { CheckedSheet as Checked } from '@/lib/accounts/sheet-commands'
import type { SheetRow } from '@/lib/accounts/sheet-rules'
import { createAccountsAction } from './actions'
import { CreatedAccounts } from './created-accounts'
import { Refusal } from './refusal'

const shown = ['name', 'post', 'organisation', 'role', 'fromOn', 'toOn'] as const

/** Second step: every row with what is wrong with it; good ones alone only by choice. */
export function CheckedSheet({ checked }: { checked: Checked }) {
  const t = useTranslations('admin.sheet')
  const message = useMessage()
  const [{ result: created, refused }, create, pending] = useActionState(createAccountsAction, {})
  if (created) return <CreatedAccounts accounts={created} />
  const { rows, text } = checked
  const bad = rows.filter(({ issues }) => issues.length > 0).length
  const result = ({ issues }: SheetRow) =>
    issues.length === 0 ? (
      <span className="text-green">✓ {t('good')}</span>
    ) : (
      issues.map((issue) => (
        <span key={`${issue.field} ${issue.code}`} className="block text-red">
          ✕ {t('byField', { field: t(issue.field), text: message(issue) })}
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
          { head: t('account'), main: true, cell: (row) => row.text.account },
          ...shown.map((field) => ({
            head: t(field),
            cell: (row: SheetRow) => row.text[field],
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
            {t('create')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
