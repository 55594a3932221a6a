import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/choice-fields'
import { HiddenField, TextField } from '@/components/form/fields'
import { ReminderTabs } from '@/components/reminder/reminder-tabs'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { formatInstant } from '@/lib/i18n/format'
import { readSetting } from '@/lib/notifications/setting-queries'
import { makeFeedAction, revokeFeedAction, saveSettingAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reminders'))('settings') }
}

/** Where one's own reminders go besides the inbox, and the private calendar link. */
export default async function ReminderSettingsPage() {
  const viewer = await requireViewer()
  const { email, emailOn, feedMadeAt } = await forPage(readSetting(viewer))
  const t = await getTranslations('reminders')
  const locale = await getLocale()
  return (
    <>
      <PageHead
        title={t('settings')}
        crumbs={[{ label: t('inbox'), href: '/notifications' }, { label: t('settings') }]}
        lead={t('lead')}
      />
      <ReminderTabs current="settings" />
      <Card title={t('mail')} narrow>
        <p className="measure mb-4 text-md text-ink-2">{t('mailText')}</p>
        <ActionForm action={saveSettingAction} submit={t('save')} label={t('mail')}>
          <CheckboxField name="emailOn" label={t('emailOn')} defaultChecked={emailOn} />
          <TextField
            name="email"
            type="email"
            label={t('email')}
            hint={t('emailHint')}
            autoComplete="email"
            defaultValue={email}
            maxLength={254}
            optional
          />
        </ActionForm>
      </Card>
      <Card title={t('feed')} narrow>
        <p className="measure text-md text-ink-2">{t('feedText')}</p>
        <p className="measure pt-2 pb-4 text-md">
          {feedMadeAt ? t('feedMade', { at: formatInstant(feedMadeAt, locale) }) : t('feedNone')}
        </p>
        <div className="grid gap-3">
          <ActionForm
            action={makeFeedAction}
            submit={t(feedMadeAt ? 'makeFeedAgain' : 'makeFeed')}
            tone="plain"
            label={t('makeFeed')}
          >
            <HiddenField name="lang" value={locale} />
          </ActionForm>
          {feedMadeAt ? (
            <ActionForm
              action={revokeFeedAction}
              submit={t('revokeFeed')}
              tone="danger"
              label={t('revokeFeed')}
            >
              {null}
            </ActionForm>
          ) : null}
        </div>
      </Card>
    </>
  )
}
