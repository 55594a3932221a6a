'use client'
import { SubmitButton } from '@/components/form/form-foot'
import { LinkButton } from '@/components/ui/button'

type SaveBarProps = {
  save: string
  submit: string
  submitHref: string
  back: string
  backHref: string
}

/** At the end of the form: save, go on to submit, or back. */
export function SaveBar({ save, submit, submitHref, back, backHref }: SaveBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SubmitButton>{save}</SubmitButton>
      <LinkButton href={submitHref}>{submit}</LinkButton>
      <LinkButton tone="quiet" href={backHref}>
        {back}
      </LinkButton>
    </div>
  )
}
