'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { CheckedRows } from '@/components/sheet/checked-rows'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { CheckedUnits as Checked } from '@/lib/accounts/unit-sheet-commands'
import type { UnitField } from '@/lib/accounts/unit-sheet-rules'
import { createOrganisationsAction } from './actions'

const fields = ['name', 'kind', 'township'] as const satisfies UnitField[]

/** Second step: the rows as they were checked; then what was made of them and what comes next. */
export function CheckedUnits({ checked }: { checked: Checked }) {
  const t = useTranslations('admin.unitSheet')
  const [{ result, refused }, create, pending] = useActionState(createOrganisationsAction, {})
  if (result !== undefined) {
    return (
      <Notice tone="good" role="status" title={t('created', { count: result })}>
        <p>{t('next')}</p>
        <div className="flex flex-wrap gap-2 pt-3">
          <LinkButton href="/admin/people/import" tone="primary">
            {t('toPeople')}
          </LinkButton>
          <LinkButton href="/admin/organisations">{t('back')}</LinkButton>
        </div>
      </Notice>
    )
  }
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
