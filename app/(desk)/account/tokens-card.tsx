import { getTranslations } from 'next-intl/server'
import { TokenTable } from '@/components/account/token-table'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { TextLink } from '@/components/ui/link'
import type { Viewer } from '@/lib/access/viewer-types'
import { readOwnTokens } from '@/lib/accounts/token-queries'
import { tokenTerm } from '@/lib/accounts/token-rules'
import { createTokenAction, revokeTokenAction } from './actions'

/** The viewer's access tokens, and the form for a new one. */
export async function TokensCard({ viewer }: { viewer: Viewer }) {
  const tokens = await readOwnTokens(viewer)
  const t = await getTranslations('accounts.tokens')
  const { min, usual, max } = tokenTerm(viewer.today)
  return (
    <Card
      title={t('title')}
      aside={<TextLink href="/api-docs">{t('docs')}</TextLink>}
      flush
      foot={
        <Fold label={t('new')}>
          <p className="measure text-md text-ink-2">{t('lead')}</p>
          <ActionForm action={createTokenAction} submit={t('create')} label={t('new')} resetOnDone>
            <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={60} />
            <RadioField
              name="scope"
              label={t('scope')}
              defaultValue="read"
              options={[
                { value: 'read', label: t('read'), hint: t('readHint') },
                { value: 'write', label: t('write'), hint: t('writeHint') },
              ]}
            />
            <DateField
              name="expiresOn"
              label={t('expires')}
              hint={t('expiresHint')}
              defaultValue={usual}
              min={min}
              max={max}
            />
            <TextField
              name="password"
              label={t('password')}
              hint={t('passwordHint')}
              type="password"
              autoComplete="current-password"
              maxLength={200}
            />
          </ActionForm>
        </Fold>
      }
    >
      <TokenTable tokens={tokens} revoke={revokeTokenAction} />
    </Card>
  )
}
