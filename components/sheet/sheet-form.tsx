'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FileInput, TextArea } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import type { Step } from '@/lib/action'
import { Refusal } from './refusal'

type SheetFormProps<Checked> = {
  check: (before: Step<Checked>, form: FormData) => Promise<Step<Checked>>
  /** Where an empty sheet with the headings is found. */
  template: string
  /** The second step, over what was found in the sheet. */
  children: (checked: Checked) => ReactNode
}

/** First step of every import: a file or pasted cells. What was found is shown below. */
export function SheetForm<Checked extends { text: string }>({
  check: checking,
  template,
  children,
}: SheetFormProps<Checked>) {
  const t = useTranslations('admin.sheet')
  const [{ result, refused }, check, pending] = useActionState(checking, {})
  const [text, setText] = useState('')
  const hints = { file: t('fileHint'), text: t('textHint') }
  return (
    <>
      <Card
        title={t('step')}
        aside={
          <a href={template} download className="text-blue underline-offset-4 hover:underline">
            {t('template')}
          </a>
        }
      >
        <form action={check} aria-busy={pending || undefined} className="grid gap-5">
          <Refusal refused={refused} />
          <Field id="sheet-file" label={t('file')} hint={hints.file} optional>
            <FileInput
              name="file"
              accept=".xlsx,.xls,.ods,.csv,.tsv,.txt"
              {...wire('sheet-file', { hint: hints.file })}
            />
          </Field>
          <Field id="sheet-text" label={t('text')} hint={hints.text} optional>
            <TextArea
              name="text"
              rows={6}
              wrap="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
              {...wire('sheet-text', { hint: hints.text })}
            />
          </Field>
          <div>
            <Button type="submit" tone="primary" aria-disabled={pending || undefined}>
              {t('check')}
            </Button>
          </div>
        </form>
      </Card>
      {result ? children(result) : null}
    </>
  )
}
