import type { useTranslations } from 'next-intl'

/** What the client side says; handed over as sentences, so that it needs no dictionary of its own. */
export type UploadWords = Record<
  | 'fold'
  | 'choose'
  | 'hint'
  | 'retry'
  | 'remove'
  | 'waiting'
  | 'sending'
  | 'done'
  | 'chosen'
  | 'warning',
  string
>

export function uploadWords(t: ReturnType<typeof useTranslations<'attachments'>>): UploadWords {
  return {
    fold: t('addTo'),
    choose: t('add.choose'),
    hint: t('add.hint'),
    retry: t('add.retry'),
    remove: t('add.remove'),
    waiting: t('add.waiting'),
    sending: t('add.sending'),
    done: t('add.done'),
    chosen: t('add.chosen'),
    warning: t('warning'),
  }
}
