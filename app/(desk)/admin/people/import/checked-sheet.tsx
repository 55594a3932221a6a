'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { CheckedRows } from '@/components/sheet/checked-rows'
import type { CheckedSheet as Checked } from '@/lib/accounts/sheet-commands'
import type { SheetField } from '@/lib/accounts/sheet-rules'
import { createAccountsAction } from './actions'
import { CreatedAccounts } from './created-accounts'

const fields = [
  'account',
  'name',
  'post',
  'organisation',
  'role',
  'fromOn',
  'toOn',
] as const satisfies SheetField[]

/** Second step: the rows as they were checked, then the accounts made of them. */
export function CheckedSheet({ checked }: { checked: Checked }) {
  const t = useTranslations('admin.sheet')
  const [{ result: created, refused }, create, pending] = useActionState(createAccountsAction, {})
  if (created) return <CreatedAccounts accounts={created} />
  return (
    <CheckedRows
      {...checked}
      fields={fields}
      label={(field) => t(field)}
      submit={t('create')}
      create={create}
      pending={pending}
      refused={refused}
    />
  )
}
