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

/** Stays in sight: a long form is saved from anywhere in it. */
export function SaveBar({ save, submit, submitHref, back, backHref }: SaveBarProps) {
  return (
    <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-3 border-t border-line bg-ground px-1 py-3">
      <SubmitButton>{save}</SubmitButton>
      <LinkButton href={submitHref}>{submit}</LinkButton>
      <LinkButton tone="quiet" href={backHref}>
        {back}
      </LinkButton>
    </div>
  )
}
