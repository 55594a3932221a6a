import { getTranslations } from 'next-intl/server'
import { toString as toQr } from 'qrcode'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { beginAction, confirmAction } from './actions'

/** The QR code for the authenticator, its key in letters, and the first code as proof. */
export async function SetUpCard({ secret, address }: { secret: string; address: string }) {
  const t = await getTranslations('accounts.factor')
  const svg = await toQr(address, { type: 'svg', margin: 1 })
  const picture = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  return (
    <>
      <Card title={t('step1')}>
        {/* biome-ignore lint/performance/noImgElement: a picture made here, nothing to optimise */}
        <img src={picture} alt={t('qr')} width={220} height={220} className="bg-white" />
        <p className="mt-3 text-md text-ink-2">{t('step1Text')}</p>
        <p className="mt-1 text-md">
          {t('secret')}{' '}
          <span className="font-mono break-all">{secret.match(/.{1,4}/g)?.join(' ')}</span>
        </p>
        <div className="mt-3">
          <ActionForm action={beginAction} submit={t('restart')} tone="quiet" label={t('restart')}>
            {null}
          </ActionForm>
        </div>
      </Card>
      <Card title={t('step2')}>
        <ActionForm action={confirmAction} submit={t('confirm')} label={t('confirm')}>
          <TextField
            name="code"
            label={t('code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            secret
          />
        </ActionForm>
      </Card>
    </>
  )
}
