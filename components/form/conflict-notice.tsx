'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type RefObject, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'
import { valuesOf } from './draft'
import { useMessage } from './message'

type ConflictNoticeProps = { state: FormState; form: RefObject<HTMLFormElement | null> }

/** Someone was faster: who and what, and two ways on that both keep what was typed. */
export function ConflictNotice({ state, form }: ConflictNoticeProps) {
  const t = useTranslations('form.conflict')
  const message = useMessage()
  const router = useRouter()
  const [loading, startTransition] = useTransition()
  const [loadedFor, setLoadedFor] = useState<FormState | null>(null)
  const [copied, setCopied] = useState(false)
  const { conflict } = state
  const { by = '', at = '', theirs: what = '' } = conflict ?? {}

  function load() {
    startTransition(() => {
      router.refresh()
      setLoadedFor(state)
    })
  }

  async function copy() {
    if (!form.current) return
    const text = valuesOf(form.current).map(([, values]) => values.join('、'))
    await navigator.clipboard.writeText(text.filter(Boolean).join('\n'))
    setCopied(true)
  }

  return (
    <Notice tone="warn" title={state.message ? message(state.message) : t('title')}>
      {conflict ? (
        <p>{conflict.theirs ? t('byWhat', { by, at, what }) : t('by', { by, at })}</p>
      ) : null}
      <p>{loadedFor === state && !loading ? t('loaded') : t('kept')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={load} aria-disabled={loading || undefined}>
          {t('load')}
        </Button>
        <Button size="sm" tone="quiet" onClick={copy}>
          {copied ? t('copied') : t('copy')}
        </Button>
      </div>
    </Notice>
  )
}
