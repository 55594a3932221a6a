'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FileInput, TextArea } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { checkSheetAction, type SheetState } from './actions'
import { CheckedSheet } from './checked-sheet'
import { Refusal } from './refusal'

const start: SheetState = { text: '' }

/** First step: a file or pasted cells. What was found is shown below, ready to be created. */
export function SheetForm() {
  const t = useTranslations('admin.sheet')
  const [state, check, pending] = useActionState(checkSheetAction, start)
  const hints = { file: t('fileHint'), text: t('textHint') }
  return (
    <>
      <Card>
        <form action={check} aria-busy={pending || undefined} className="grid gap-5">
          <Refusal refused={state.refused} />
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
              key={state.text}
              defaultValue={state.text}
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
      {state.rows ? <CheckedSheet key={state.text} state={state} /> : null}
    </>
  )
}
