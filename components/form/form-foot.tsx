'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonSize, type ButtonTone, LinkButton } from '@/components/ui/button'

type FormFootProps = {
  submit?: string
  tone?: ButtonTone
  size?: 'md' | 'lg'
  cancel?: string
  pending: boolean
}

/** The buttons of a form. While it is on its way the button keeps the focus but does nothing. */
export function FormFoot({ submit, tone = 'primary', size, cancel, pending }: FormFootProps) {
  const t = useTranslations('form')
  if (!submit && !cancel) return null
  return (
    <div className="flex flex-wrap items-center gap-3">
      {submit ? (
        <Button type="submit" tone={tone} size={size} aria-disabled={pending || undefined}>
          {pending ? t('submitting') : submit}
        </Button>
      ) : null}
      {cancel ? (
        <LinkButton tone="quiet" href={cancel}>
          {t('cancel')}
        </LinkButton>
      ) : null}
    </div>
  )
}

type SubmitButtonProps = {
  name?: string
  value?: string
  tone?: ButtonTone
  size?: ButtonSize
  children: ReactNode
}

/** A submit button of one's own, for forms with several; `name` and `value` say which was used. */
export function SubmitButton({ tone = 'primary', ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return <Button type="submit" tone={tone} aria-disabled={pending || undefined} {...rest} />
}
