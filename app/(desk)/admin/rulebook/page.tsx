import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { Table } from '@/components/ui/table'
import { permissions, relationFor } from '@/lib/access/policy'
import { roles } from '@/lib/access/roles'
import { requirePermission, requireViewer } from '@/lib/access/viewer'
import { AdminTabs } from '../admin-tabs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.rulebook'))('title') }
}

/** The rulebook as it is applied: drawn from the table that guards every command. */
export default async function RulebookPage() {
  const viewer = await requireViewer()
  await requirePermission(viewer, 'rulebook.read')
  const t = await getTranslations('admin.rulebook')
  const admin = await getTranslations('admin')
  const terms = await getTranslations('terms')
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: admin('title') }, { label: t('title') }]}
        lead={t('lead')}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <AdminTabs viewer={viewer} current="rulebook" />
      <Card flush>
        <Table
          caption={t('title')}
          wide
          rows={permissions}
          rowKey={(permission) => permission}
          columns={[
            {
              head: t('permission'),
              main: true,
              cell: (permission) => (
                <span className="block min-w-40">{admin(`permission.${permission}`)}</span>
              ),
            },
            ...roles.map((role) => ({
              head: terms(`role.${role}`),
              cell: (permission: (typeof permissions)[number]) => {
                const relation = relationFor(permission, role)
                return relation ? (
                  t(`relation.${relation}`)
                ) : (
                  <span className="text-ink-3">{t('none')}</span>
                )
              },
            })),
          ]}
        />
      </Card>
    </>
  )
}
