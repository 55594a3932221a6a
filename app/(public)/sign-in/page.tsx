import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { NobodyHere } from '@/components/phone/nobody-here'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { currentSession, pendingStep } from '@/lib/access/viewer'
import { demoPassword } from '@/lib/accounts/demo-password'
import { demoAccounts } from '@/lib/accounts/demo-queries'
import { signInAction } from './actions'
import { CodeField } from './code-field'
import { DemoAccounts } from './demo-accounts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.signIn'))('title') }
}

type Asked = Partial<Record<'account' | 'error' | 'to', string | string[]>>
type Props = { searchParams: Promise<Asked> }

export default async function SignInPage({ searchParams }: Props) {
  const { account, error, to } = await searchParams
  const next = to === '/work' ? to : '/'
  const session = await currentSession()
  if (session) redirect(pendingStep(session) ?? next)
  const demo = await demoAccounts()
  const chosen = demo.find((each) => each.account === account)
  const t = await getTranslations('accounts.signIn')
  const shell = await getTranslations('shell')
  return (
    <div
      className={`mx-auto grid gap-6 ${demo.length > 0 ? 'lg:grid-cols-[22rem_minmax(0,1fr)] lg:items-start' : 'max-w-md'}`}
    >
      <div className="stack">
        <div>
          <h1>{t('title')}</h1>
          <p className="text-md text-ink-2">{shell('tagline')}</p>
        </div>
        <NobodyHere />
        {error ? <Notice tone="bad">{t('refused')}</Notice> : null}
        <Card>
          <ActionForm
            key={chosen?.account ?? ''}
            action={signInAction}
            submit={t('submit')}
            size="lg"
          >
            <input type="hidden" name="to" value={next} />
            <TextField
              name="account"
              label={t('account')}
              autoComplete="username"
              defaultValue={chosen?.account}
              maxLength={200}
              autoFocus
            />
            <TextField
              name="password"
              label={t('password')}
              type="password"
              autoComplete="current-password"
              defaultValue={chosen ? demoPassword : undefined}
              maxLength={200}
            />
            <CodeField label={t('code')} hint={t('codeHint')} />
          </ActionForm>
        </Card>
        <p className="text-sm text-ink-2">{t('lead')}</p>
      </div>
      {demo.length > 0 ? <DemoAccounts accounts={demo} /> : null}
    </div>
  )
}
