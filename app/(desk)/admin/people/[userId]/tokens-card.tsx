import { getTranslations } from 'next-intl/server'
import { TokenTable } from '@/components/account/token-table'
import { Card } from '@/components/ui/card'
import type { readPerson } from '@/lib/accounts/queries'
import { revokeTokenOfAction } from './actions'

/** Access tokens of somebody else, for the administrator to take away. */
export async function TokensCard({ person }: { person: Awaited<ReturnType<typeof readPerson>> }) {
  const t = await getTranslations('accounts.tokens')
  return (
    <Card title={t('title')} flush>
      <TokenTable tokens={person.tokens} revoke={revokeTokenOfAction} userId={person.id} />
    </Card>
  )
}
