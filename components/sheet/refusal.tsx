'use client'
import { useTranslations } from 'next-intl'
import { useMessage } from '@/components/form/message'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'

/** Why a sheet was not taken, all reasons at once. */
export function Refusal({ refused }: { refused: FormState | undefined }) {
  const t = useTranslations('form')
  const message = useMessage()
  if (!refused) return null
  const { message: said, fieldErrors = {}, errorId } = refused
  const reasons = [...(said ? [said] : []), ...Object.values(fieldErrors).flat()].map(message)
  return (
    <Notice tone="bad" role="alert" title={errorId ? t('failedTitle') : t('refused')}>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {errorId ? <p>{t('errorId', { id: errorId })}</p> : null}
    </Notice>
  )
}
