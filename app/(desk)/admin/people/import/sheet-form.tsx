'use client'
import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FileInput, TextArea } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { checkSheetAction } from './actions'
import { CheckedSheet } from './checked-sheet'
import { Refusal } from './refusal'

/** First step: a file or pasted cells. What was found is shown below, ready to be created. */
export function SheetForm() {
  const t = useTranslations('admin.sheet')
  const [{ result, refused }, check, pending] = useActionState(checkSheetAction, {})
  const [text, setText] = useState('')
  const hints = { file: t('fileHint'), text: t('textHint') }
  return (
    <>
      <Card>
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
      {result ? <CheckedSheet key={result.text} checked={result} /> : null}
    </>
  )
}
