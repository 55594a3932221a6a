import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { secondFactorRoles } from '@/lib/access/roles'
import { requireSession } from '@/lib/access/viewer'
import { readOwnSecondFactor } from '@/lib/accounts/second-factor-queries'
import { formatInstant } from '@/lib/i18n/format'
import { beginAction, removeAction } from './actions'
import { SetUpCard } from './set-up-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.factor'))('title') }
}

export default async function SecondFactorPage() {
  const { viewer, needsSecondFactor } = await requireSession()
  const factor = await readOwnSecondFactor(viewer)
  const t = await getTranslations('accounts.factor')
  const account = (await getTranslations('accounts.account'))('title')
  const locale = await getLocale()
  const crumbs = needsSecondFactor
    ? []
    : [{ label: account, href: '/account' }, { label: t('title') }]
  const required =
    !viewer.demo && viewer.grants.some((grant) => secondFactorRoles.includes(grant.role))
  return (
    <>
      <PageHead title={t('title')} crumbs={crumbs} lead={t('lead')} />
      <div className="stack max-w-xl">
        {needsSecondFactor ? <Notice tone="warn">{t('required')}</Notice> : null}
        {factor.state === 'none' ? (
          <Card>
            <p className="mb-4 text-md">{t('none')}</p>
            <ActionForm action={beginAction} submit={t('begin')}>
              {null}
            </ActionForm>
          </Card>
        ) : null}
        {factor.state === 'begun' ? <SetUpCard {...factor} /> : null}
        {factor.state === 'set' ? (
          <>
            <Notice tone="good">{t('set', { since: formatInstant(factor.since, locale) })}</Notice>
            <Card title={t('removeTitle')}>
              <p className="mb-4 text-md text-ink-2">
                {t('removeText')}
                {required ? t('removeForced') : null}
              </p>
              <ActionForm action={removeAction} submit={t('remove')} tone="danger">
                <TextField
                  name="password"
                  label={t('password')}
                  type="password"
                  autoComplete="current-password"
                  maxLength={200}
                />
                <TextField
                  name="code"
                  label={t('codeNow')}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  secret
                />
              </ActionForm>
            </Card>
          </>
        ) : null}
      </div>
    </>
  )
}
