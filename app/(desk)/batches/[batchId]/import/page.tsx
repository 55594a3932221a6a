import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { EarlierImports } from '@/components/ledger/earlier-imports'
import { LedgerGuide } from '@/components/ledger/ledger-guide'
import { Button } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { clientMessages } from '@/lib/i18n/messages'
import type { Messages } from '@/lib/i18n/namespaces'
import { isId } from '@/lib/ids'
import { readLedgerImport } from '@/lib/ledger/import-queries'
import { maxLedgerRows } from '@/lib/ledger/limits'
import { LedgerForm } from './ledger-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ledger'))('title') }
}

export default async function ImportLedgerPage({
  params,
}: {
  params: Promise<{ batchId: string }>
}) {
  const { batchId } = await params
  if (!isId(batchId)) notFound()
  const t = await getTranslations('ledger')
  const batches = await getTranslations('batches')
  const viewer = await requireViewer()
  const { batch, kinds, imports } = await forPage(readLedgerImport(viewer, batchId))
  const messages = (await getMessages()) as Messages
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: batches('title'), href: '/batches' },
          { label: batch.name, href: `/batches/${batch.id}` },
          { label: t('title') },
        ]}
        lead={t('lead', { batch: batch.name, max: maxLedgerRows })}
        actions={
          <form action={`/api/batches/${batch.id}/ledger/template`}>
            <Button type="submit">{t('template')}</Button>
          </form>
        }
      />
      <NextIntlClientProvider messages={{ ...clientMessages(messages), ledger: messages.ledger }}>
        <LedgerForm batchId={batch.id} />
      </NextIntlClientProvider>
      <LedgerGuide kinds={kinds} />
      <EarlierImports imports={imports} locale={await getLocale()} />
    </>
  )
}
