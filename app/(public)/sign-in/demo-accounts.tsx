import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { demoPassword } from '@/lib/accounts/demo-password'
import type { DemoAccount } from '@/lib/accounts/demo-queries'

/** Who can be tried out, by county; a link fills the form, also without JavaScript. */
export async function DemoAccounts({ accounts }: { accounts: DemoAccount[] }) {
  const t = await getTranslations('accounts.signIn')
  const term = await getTranslations('terms')
  const counties = [...new Set(accounts.map(({ county }) => county))]
  return (
    <Card title={t('demoTitle')}>
      <p className="text-md text-ink-2">{t('demoLead', { password: demoPassword })}</p>
      {counties.map((county) => (
        <section key={county} className="mt-4">
          <h3 className="text-md font-semibold">{county}</h3>
          <ul className="divide-y divide-line">
            {accounts
              .filter((each) => each.county === county)
              .map(({ account, name, roles, organisation }) => (
                <li
                  key={account}
                  className="grid gap-x-4 py-1 text-md sm:grid-cols-[13rem_minmax(0,1fr)] sm:items-center"
                >
                  <TextLink
                    href={`/sign-in?account=${encodeURIComponent(account)}`}
                    className="flex min-h-(--control-small) items-center font-mono"
                  >
                    {account}
                  </TextLink>
                  <span>
                    {roles.map((role) => term(`role.${role}`)).join('、')}{' '}
                    <span className="text-ink-2">
                      {organisation} · {name}
                    </span>
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
