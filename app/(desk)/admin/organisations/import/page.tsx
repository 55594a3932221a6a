import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { requirePermission, requireViewer } from '@/lib/access/viewer'
import { maxUnitRows } from '@/lib/accounts/unit-sheet-rules'
import { clientMessages } from '@/lib/i18n/messages'
import type { Messages } from '@/lib/i18n/namespaces'
import { OrganisationKind } from '@/prisma/generated/enums'
import { UnitSheet } from './unit-sheet'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.unitSheet'))('title') }
}

export default async function ImportOrganisationsPage() {
  const viewer = await requireViewer()
  await requirePermission(viewer, 'organisation.manage')
  const t = await getTranslations('admin.unitSheet')
  const admin = await getTranslations('admin')
  const terms = await getTranslations('terms')
  const messages = (await getMessages()) as Messages
  const { sheet, unitSheet } = messages.admin
  const kinds = Object.values(OrganisationKind).map((kind) => terms(`organisationKind.${kind}`))
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: admin('title') },
          { label: admin('organisations.title'), href: '/admin/organisations' },
          { label: t('title') },
        ]}
        lead={t('lead', { max: maxUnitRows })}
      />
      <Card title={t('columns')}>
        <p className="text-md text-ink-2">{t('columnsText')}</p>
        <p className="text-md text-ink-2">{t('kindsText', { kinds: kinds.join(t('comma')) })}</p>
      </Card>
      <NextIntlClientProvider
        messages={{ ...clientMessages(messages), admin: { sheet, unitSheet } }}
      >
        <UnitSheet />
      </NextIntlClientProvider>
    </>
  )
}
