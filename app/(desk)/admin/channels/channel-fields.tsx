import { useTranslations } from 'next-intl'
import { RadioField } from '@/components/form/choice-fields'
import { HiddenField, NumberField, SelectField, TextField } from '@/components/form/fields'
import type { readChannel } from '@/lib/notifications/channel-queries'
import type { ChannelKind } from '@/prisma/generated/enums'

type Known = Awaited<ReturnType<typeof readChannel>>
type Props = { kind: ChannelKind; known?: Known }

/** The fields of one kind of channel; what is secret is never filled in. */
export function ChannelFields({ kind, known }: Props) {
  const t = useTranslations('reminders.channels')
  const mail = known?.mail
  return (
    <>
      <HiddenField name="kind" value={kind} />
      {known ? (
        <>
          <HiddenField name="channelId" value={known.id} />
          <HiddenField name="version" value={known.version} />
        </>
      ) : null}
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={known?.name}
        maxLength={60}
      />
      {kind === 'SMTP' ? (
        <>
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField name="host" label={t('host')} defaultValue={mail?.host} maxLength={253} />
            <NumberField name="port" label={t('port')} defaultValue={mail?.port ?? 465} whole />
          </div>
          <SelectField
            name="security"
            label={t('security')}
            blank={false}
            defaultValue={mail?.security ?? 'TLS'}
            options={(['TLS', 'STARTTLS', 'NONE'] as const).map((value) => ({
              value,
              label: t(value),
            }))}
          />
          <TextField
            name="from"
            type="email"
            label={t('from')}
            defaultValue={mail?.from}
            maxLength={254}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="user"
              label={t('user')}
              hint={t('userHint')}
              defaultValue={mail?.user}
              maxLength={200}
              optional
            />
            <TextField
              name="password"
              type="password"
              label={t('password')}
              hint={known ? t('kept') : undefined}
              autoComplete="new-password"
              maxLength={500}
              optional
              secret
            />
          </div>
        </>
      ) : (
        <>
          <TextField
            name="url"
            type="url"
            label={t('url')}
            hint={known ? t('kept') : t('robotHint')}
            maxLength={2000}
            optional={known !== undefined}
            secret
          />
          {kind === 'WECOM' ? null : (
            <TextField
              name="secret"
              type="password"
              label={t('secret')}
              hint={known ? t('kept') : t('secretHint')}
              autoComplete="new-password"
              maxLength={500}
              optional={known !== undefined || kind === 'DINGTALK'}
              secret
            />
          )}
        </>
      )}
      <RadioField
        name="active"
        label={t('use')}
        inline
        defaultValue={known && !known.active ? 'no' : 'yes'}
        options={[
          { value: 'yes', label: t('active') },
          { value: 'no', label: t('inactive') },
        ]}
      />
    </>
  )
}
