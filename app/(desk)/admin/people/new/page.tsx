import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readChoices } from '@/lib/accounts/queries'
import { GrantFields } from '../../grant-fields'
import { createAccountAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.people'))('newTitle') }
}

export default async function NewAccountPage() {
  const viewer = await requireViewer()
  const { organisations } = await forPage(readChoices(viewer, 'account.manage'))
  const t = await getTranslations('admin.people')
  const admin = (await getTranslations('admin'))('title')
  return (
    <>
      <PageHead
        title={t('newTitle')}
        crumbs={[
          { label: admin },
          { label: t('title'), href: '/admin/people' },
          { label: t('newTitle') },
        ]}
        lead={t('newLead')}
      />
      <div className="max-w-xl">
        <Card>
          <ActionForm
            action={createAccountAction}
            submit={t('submit')}
            cancel="/admin/people"
            resetOnDone
          >
            <TextField name="account" label={t('account')} hint={t('accountHint')} maxLength={32} />
            <TextField name="name" label={t('name')} maxLength={50} />
            <TextField name="post" label={t('post')} maxLength={100} optional />
            <fieldset className="grid gap-5 border-t border-line pt-4">
              <legend className="sr-only">{t('first')}</legend>
              <p className="text-md text-ink-2">
                <strong className="text-ink">{t('first')}</strong> {t('firstLead')}
              </p>
              <GrantFields organisations={organisations} today={viewer.today} optional />
            </fieldset>
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
