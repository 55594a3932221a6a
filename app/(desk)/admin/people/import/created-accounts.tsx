'use client'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { Table } from '@/components/ui/table'
import type { SheetResult } from '@/lib/accounts/sheet-commands'

/** Last step: the first passwords, shown this once, to print and hand over. */
export function CreatedAccounts({ accounts }: { accounts: SheetResult[] }) {
  const t = useTranslations('admin.sheet')
  return (
    <Card
      title={t('createdTitle', { count: accounts.length })}
      aside={
        <span className="screen-only flex gap-2">
          <PrintButton>{t('print')}</PrintButton>
          <LinkButton href="/admin/people">{t('back')}</LinkButton>
          <LinkButton href="/admin/appointments">{t('toAppointments')}</LinkButton>
        </span>
      }
      flush
    >
      <div className="px-4 pb-3">
        <Notice tone="warn" role="status">
          {t('createdText')}
        </Notice>
      </div>
      <Table
        caption={t('createdTitle', { count: accounts.length })}
        rows={accounts}
        rowKey={(row) => row.account}
        columns={[
          { head: t('line'), cell: (row) => row.line },
          { head: t('account'), main: true, cell: (row) => row.account },
          { head: t('name'), cell: (row) => row.name },
          {
            head: t('password'),
            cell: (row) => <span className="font-mono">{row.password}</span>,
          },
        ]}
      />
    </Card>
  )
}
