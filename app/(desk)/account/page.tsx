import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { PageHead } from '@/components/ui/page-head'
import { currentSession, requireViewer } from '@/lib/access/viewer'
import { readOwnSecondFactor } from '@/lib/accounts/second-factor-queries'
import { formatInstant } from '@/lib/i18n/format'
import { SessionsCard } from './sessions-card'
import { TokensCard } from './tokens-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts.account'))('title') }
}

export default async function AccountPage() {
  const viewer = await requireViewer()
  const counties = (await currentSession())?.counties ?? []
  const factor = await readOwnSecondFactor(viewer)
  const t = await getTranslations('accounts.account')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const held = viewer.grants.map((grant) => (
    <span
      key={`${grant.role} ${grant.organisationId} ${grant.standsInFor?.userId ?? ''}`}
      className="block"
    >
      {t(grant.standsInFor ? 'standsInAt' : 'at', {
        name: grant.standsInFor?.name ?? '',
        role: terms(`role.${grant.role}`),
        organisation: grant.organisationName,
      })}
    </span>
  ))
  return (
    <>
      <PageHead title={t('title')} crumbs={[{ label: t('title') }]} />
      <div className="two-col">
        <div className="stack">
          <Card title={t('facts')}>
            <Facts
              items={[
                { label: t('account'), value: viewer.account },
                { label: t('name'), value: viewer.name },
                { label: t('county'), value: viewer.countyName },
                { label: t('appointments'), value: held.length > 0 ? held : t('noAppointments') },
              ]}
            />
            {counties.length > 1 ? (
              <p className="mt-4">
                <LinkButton href="/account/county">{t('changeCounty')}</LinkButton>
              </p>
            ) : null}
          </Card>
          <SessionsCard viewer={viewer} />
          <TokensCard viewer={viewer} />
        </div>
        <div className="stack">
          <Card title={t('password')}>
            <p className="text-md text-ink-2">{t('passwordText')}</p>
            <p className="mt-3">
              <LinkButton href="/account/password">{t('changePassword')}</LinkButton>
            </p>
          </Card>
          <Card title={t('factor')}>
            <p className="text-md text-ink-2">
              {factor.state === 'set'
                ? t('factorOn', { since: formatInstant(factor.since, locale) })
                : t('factorOff')}
            </p>
            <p className="mt-3">
              <LinkButton href="/account/second-factor">
                {factor.state === 'set' ? t('factorManage') : t('factorSetUp')}
              </LinkButton>
            </p>
          </Card>
        </div>
      </div>
    </>
  )
}
