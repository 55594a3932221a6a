'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type RefObject, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { FormState, Msg } from '@/lib/form-state'
import { formatInstant } from '@/lib/i18n/format'
import { ConflictNotice } from './conflict-notice'
import { useMessage } from './message'

type OutcomeProps = { id: string; state: FormState; form: RefObject<HTMLFormElement | null> }

/** What became of the form as a whole; spoken when it changes. */
export function Outcome({ id, state, form }: OutcomeProps) {
  return (
    <div id={id} tabIndex={-1} aria-live="polite" className="empty:hidden">
      <Face state={state} form={form} />
    </div>
  )
}

function Face({ state, form }: Omit<OutcomeProps, 'id'>) {
  const t = useTranslations('form')
  const message = useMessage()
  switch (state.status) {
    case 'idle':
      return null
    case 'done':
      return <Notice tone="good">{state.said ?? t('saved')}</Notice>
    case 'invalid':
      return <Invalid state={state} form={form} />
    case 'conflict':
      return <ConflictNotice state={state} form={form} />
    case 'failed':
      return (
        <Notice tone="bad" title={t('failedTitle')}>
          <p>{t('failed')}</p>
          {state.errorId ? <p>{t('errorId', { id: state.errorId })}</p> : null}
        </Notice>
      )
    case 'refused':
      return (
        <Notice tone="bad" title={t('refused')}>
          {state.message ? <p>{message(state.message)}</p> : null}
          <Reasons reasons={state.reasons ?? []} />
          {state.message?.code === 'signedOut' ? (
            <TextLink href="/sign-in" target="_blank">
              {t('signIn')}
            </TextLink>
          ) : null}
        </Notice>
      )
  }
}

function Invalid({ state, form }: Omit<OutcomeProps, 'id'>) {
  const t = useTranslations('form')
  const message = useMessage()
  const [adrift, setAdrift] = useState<Msg[]>([])
  const errors = state.fieldErrors
  // Errors of fields that this form does not show must be said here, or nobody would see them.
  useEffect(() => {
    const shown = (name: string) =>
      [name, `${name}[]`].some(
        (each) =>
          form.current?.querySelector(
            `:is([name="${CSS.escape(each)}"]:not([type=hidden]), [data-field="${CSS.escape(each)}"])`,
          ) != null,
      )
    const lost = Object.entries(errors ?? {}).filter(([name]) => !shown(name))
    setAdrift(lost.flatMap(([, messages]) => messages))
  }, [errors, form])
  const count = Object.keys(errors ?? {}).length
  return (
    <Notice tone="bad" title={t('fix', { count })}>
      {state.message ? <p>{message(state.message)}</p> : null}
      <Reasons reasons={adrift} />
    </Notice>
  )
}

function Reasons({ reasons }: { reasons: Msg[] }) {
  const message = useMessage()
  const sentences = [...new Set(reasons.map(message))]
  if (sentences.length === 0) return null
  return (
    <ul className="list-disc ps-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

export function DraftNotice({ at, onDiscard }: { at: number; onDiscard: () => void }) {
  const t = useTranslations('form.draft')
  const locale = useLocale()
  return (
    <Notice
      role="status"
      action={
        <Button size="sm" onClick={onDiscard}>
          {t('discard')}
        </Button>
      }
    >
      {t('restored', { at: formatInstant(new Date(at), locale) })}
    </Notice>
  )
}
