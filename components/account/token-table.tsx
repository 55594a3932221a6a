import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/form-foot'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import type { ShownToken } from '@/lib/accounts/token-queries'
import type { FormAction } from '@/lib/form-state'
import { formatDay } from '@/lib/i18n/format'

type Props = { tokens: ShownToken[]; revoke: FormAction; userId?: string }

const tones = { live: 'green', expired: 'grey', revoked: 'grey' } as const

/** Access tokens with what each may do, how long, and when it was last used. */
export async function TokenTable({ tokens, revoke, userId }: Props) {
  const t = await getTranslations('accounts.tokens')
  const locale = await getLocale()
  const deed = (token: ShownToken) => {
    if (token.state !== 'live') return null
    return (
      <div className="sm:inline-block">
        <ActionForm action={revoke}>
          <HiddenField name="tokenId" value={token.id} />
          {userId ? <HiddenField name="userId" value={userId} /> : null}
          <SubmitButton tone="plain" size="sm">
            {t('revoke')}
            <span className="sr-only">{t('revokeOf', { name: token.name })}</span>
          </SubmitButton>
        </ActionForm>
      </div>
    )
  }
  return (
    <Table
      caption={t('title')}
      rows={tokens}
      rowKey={(token) => token.id}
      empty={<EmptyState title={t('none')} />}
      columns={[
        { head: t('name'), main: true, cell: (token) => token.name },
        { head: t('scope'), cell: (token) => t(token.writes ? 'write' : 'read') },
        { head: t('expires'), cell: (token) => formatDay(token.expiresOn, locale) },
        {
          head: t('lastUsed'),
          cell: (token) => (token.lastUsedOn ? formatDay(token.lastUsedOn, locale) : t('never')),
        },
        {
          head: t('state'),
          cell: (token) => <Badge tone={tones[token.state]}>{t(token.state)}</Badge>,
        },
        { head: t('revoke'), align: 'end', cell: deed },
      ]}
    />
  )
}
