import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { requireSession } from '@/lib/access/viewer'
import { changePasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.password'))('title') }
}

export default async function PasswordPage() {
  const { viewer, mustChangePassword: forced } = await requireSession()
  const t = await getTranslations('accounts.password')
  const account = (await getTranslations('accounts.account'))('title')
  const crumbs = forced ? [] : [{ label: account, href: '/account' }, { label: t('title') }]
  return (
    <>
      <PageHead title={t('title')} crumbs={crumbs} />
      <div className="stack max-w-md">
        {forced ? <Notice tone="warn">{t('forced')}</Notice> : null}
        <Card>
          <ActionForm
            action={changePasswordAction}
            submit={t('submit')}
            cancel={forced ? undefined : '/account'}
          >
            <input type="hidden" name="username" autoComplete="username" value={viewer.account} />
            <TextField
              name="current"
              label={t('current')}
              type="password"
              autoComplete="current-password"
              maxLength={200}
            />
            <TextField
              name="password"
              label={t('next')}
              hint={t('nextHint')}
              type="password"
              autoComplete="new-password"
              maxLength={200}
            />
            <TextField
              name="repeat"
              label={t('repeat')}
              type="password"
              autoComplete="new-password"
              maxLength={200}
            />
          </ActionForm>
        </Card>
      </div>
    </>
  )
}
