import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxesField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { requirePermission, requireViewer } from '@/lib/access/viewer'
import { pushedKinds } from '@/lib/notifications/schema'
import { askWebhookAction } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders.channels'))('pushNew') }
}

/** The administrator asks for events to be pushed to another system. */
export default async function NewWebhookPage() {
  const viewer = await requireViewer()
  await requirePermission(viewer, 'webhook.ask')
  const t = await getTranslations('reminders.channels')
  const admin = await getTranslations('admin')
  return (
    <>
      <PageHead
        title={t('pushNew')}
        lead={t('pushText')}
        crumbs={[
          { label: admin('title') },
          { label: t('title'), href: '/admin/channels' },
          { label: t('pushNew') },
        ]}
      />
      <Card narrow>
        <ActionForm action={askWebhookAction} submit={t('ask')} cancel="/admin/channels">
          <TextField name="name" label={t('name')} maxLength={60} />
          <TextField name="url" type="url" label={t('url')} hint={t('pushUrlHint')} secret />
          <TextField
            name="secret"
            type="password"
            label={t('secret')}
            hint={t('pushSecretHint')}
            autoComplete="new-password"
            maxLength={500}
            secret
          />
          <CheckboxesField
            name="kinds[]"
            label={t('events')}
            options={pushedKinds.map((value) => ({ value, label: t(`pushed.${value}`) }))}
          />
        </ActionForm>
      </Card>
    </>
  )
}
