import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/form-foot'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import type { Viewer } from '@/lib/access/viewer-types'
import { deviceOf } from '@/lib/accounts/device'
import { type OwnSession, readOwnSessions } from '@/lib/accounts/session-queries'
import { env } from '@/lib/env'
import { formatInstant } from '@/lib/i18n/format'
import { endSessionAction, signOutEverywhereAction } from './actions'

/** Where the viewer is signed in, and how to end it. */
export async function SessionsCard({ viewer }: { viewer: Viewer }) {
  const idleHours = env().SESSION_IDLE_HOURS
  const sessions = await readOwnSessions(viewer, { now: new Date(), idleHours })
  const t = await getTranslations('accounts.account')
  const locale = await getLocale()
  const device = (session: OwnSession) => deviceOf(session.userAgent) || t('unknownDevice')
  return (
    <Card
      title={t('sessions')}
      aside={t('sessionsNote', { hours: idleHours })}
      flush
      foot={
        <div className="flex flex-wrap items-center justify-between gap-3 py-1">
          <span>{t('everywhereText')}</span>
          <ActionForm action={signOutEverywhereAction} label={t('everywhere')}>
            <SubmitButton tone="danger">{t('everywhere')}</SubmitButton>
          </ActionForm>
        </div>
      }
    >
      <Table
        caption={t('sessions')}
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          { head: t('device'), main: true, cell: device },
          { head: t('since'), cell: (session) => formatInstant(session.createdAt, locale) },
          { head: t('lastSeen'), cell: (session) => formatInstant(session.lastSeenAt, locale) },
          {
            head: t('end'),
            align: 'end',
            cell: (session) =>
              session.current ? (
                <Badge tone="green">{t('thisOne')}</Badge>
              ) : (
                <div className="sm:inline-block">
                  <ActionForm action={endSessionAction}>
                    <HiddenField name="sessionId" value={session.id} />
                    <SubmitButton tone="plain" size="sm">
                      {t('end')}
                      <span className="sr-only">{t('endOf', { device: device(session) })}</span>
                    </SubmitButton>
                  </ActionForm>
                </div>
              ),
          },
        ]}
      />
    </Card>
  )
}
