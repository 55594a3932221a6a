import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import type { readPerson } from '@/lib/accounts/queries'
import {
  changePersonAction,
  removeFactorAction,
  resetPasswordAction,
  restoreAction,
  suspendAction,
} from './actions'

type Props = { person: Awaited<ReturnType<typeof readPerson>> }

/** What an administrator does with somebody else's account. */
export async function ManageCards({ person }: Props) {
  const t = await getTranslations('admin.person')
  const id = <HiddenField name="userId" value={person.id} />
  return (
    <div className="stack">
      <Card title={t('change')}>
        <ActionForm action={changePersonAction} submit={t('save')} label={t('change')}>
          {id}
          <HiddenField name="version" value={String(person.version)} />
          <TextField name="name" label={t('name')} defaultValue={person.name} maxLength={50} />
          <TextField
            name="post"
            label={t('post')}
            defaultValue={person.post}
            maxLength={100}
            optional
          />
        </ActionForm>
      </Card>
      <Card title={t('security')}>
        <div className="grid gap-5">
          {person.guarded ? <Notice>{t('guarded')}</Notice> : null}
          <Deed text={t('resetText')}>
            <ActionForm
              action={resetPasswordAction}
              submit={t(person.guarded ? 'askReset' : 'reset')}
              tone="plain"
              label={t('reset')}
            >
              {id}
            </ActionForm>
          </Deed>
          {person.hasSecondFactor ? (
            <Deed text={t('removeFactorText')}>
              <ActionForm
                action={removeFactorAction}
                submit={t(person.guarded ? 'askRemoveFactor' : 'removeFactor')}
                tone="plain"
                label={t('removeFactor')}
              >
                {id}
              </ActionForm>
            </Deed>
          ) : null}
          {person.status === 'ACTIVE' ? (
            <Deed text={t('suspendText')}>
              <ActionForm
                action={suspendAction}
                submit={t('suspend')}
                tone="danger"
                label={t('suspend')}
              >
                {id}
                <TextAreaField name="reason" label={t('reason')} max={500} rows={2} />
              </ActionForm>
            </Deed>
          ) : (
            <Deed text={t('restoreText')}>
              <ActionForm
                action={restoreAction}
                submit={t('restore')}
                tone="plain"
                label={t('restore')}
              >
                {id}
              </ActionForm>
            </Deed>
          )}
        </div>
      </Card>
    </div>
  )
}

function Deed({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="grid gap-3 border-t border-line pt-4 first:border-0 first:pt-0">
      <p className="text-md text-ink-2">{text}</p>
      {children}
    </div>
  )
}
