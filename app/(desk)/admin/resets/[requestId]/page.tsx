import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readReset } from '@/lib/accounts/reset-queries'
import { formatInstant } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { confirmResetAction, refuseResetAction } from './actions'

type Props = { params: Promise<{ requestId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.resets'))('decideTitle') }
}

export default async function ResetPage({ params }: Props) {
  const viewer = await requireViewer()
  const { requestId } = await params
  if (!isId(requestId)) notFound()
  const reset = await forPage(readReset(viewer, requestId))
  const t = await getTranslations('admin.resets')
  const admin = await getTranslations('admin')
  const locale = await getLocale()
  const open = reset.status === 'ASKED' && !reset.own
  const id = <HiddenField name="requestId" value={reset.id} />
  return (
    <>
      <PageHead
        title={t('decideTitle')}
        crumbs={[
          { label: admin('title') },
          { label: admin('appointments.title'), href: '/admin/appointments' },
          { label: t('decideTitle') },
        ]}
        lead={t(`lead.${reset.kind}`)}
      />
      <Card narrow>
        <div className="stack">
          <Facts
            items={[
              {
                label: t('person'),
                value: `${reset.person?.name ?? ''}（${reset.person?.account ?? ''}）`,
              },
              { label: t('what'), value: t(`kind.${reset.kind}`) },
              {
                label: t('asked'),
                value: t('askedBy', {
                  name: reset.askedBy,
                  at: formatInstant(reset.askedAt, locale),
                }),
              },
              { label: t('state'), value: t(reset.own ? 'own' : `status.${reset.status}`) },
            ]}
          />
          {/* Stays when decided: the new password is shown in its place. */}
          <ActionForm
            action={confirmResetAction}
            submit={open ? t('confirm') : undefined}
            label={t('confirm')}
          >
            {id}
          </ActionForm>
          {open ? (
            <ActionForm
              action={refuseResetAction}
              submit={t('refuse')}
              tone="danger"
              label={t('refuse')}
            >
              {id}
            </ActionForm>
          ) : null}
        </div>
      </Card>
    </>
  )
}
