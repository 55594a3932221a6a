import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { requirePermission, requireViewer } from '@/lib/access/viewer'
import { maxSheetRows } from '@/lib/accounts/sheet-rules'
import { clientMessages } from '@/lib/i18n/messages'
import type { Messages } from '@/lib/i18n/namespaces'
import { PeopleSheet } from './people-sheet'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.sheet'))('title') }
}

export default async function ImportPeoplePage() {
  const viewer = await requireViewer()
  await requirePermission(viewer, 'account.manage')
  const t = await getTranslations('admin.sheet')
  const admin = await getTranslations('admin')
  const messages = (await getMessages()) as Messages
  const words = { ...clientMessages(messages), admin: { sheet: messages.admin.sheet } }
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: admin('title') },
          { label: admin('people.title'), href: '/admin/people' },
          { label: t('title') },
        ]}
        lead={t('lead', { max: maxSheetRows })}
      />
      <Card title={t('columns')}>
        <p className="text-md text-ink-2">{t('columnsText')}</p>
      </Card>
      <NextIntlClientProvider messages={words}>
        <PeopleSheet />
      </NextIntlClientProvider>
    </>
  )
}
