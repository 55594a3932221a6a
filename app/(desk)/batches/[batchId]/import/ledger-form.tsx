'use client'
import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Refusal } from '@/components/sheet/refusal'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { FileInput, TextArea } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { maxLedgerMegabytes } from '@/lib/ledger/limits'
import { checkLedgerAction } from './actions'
import { CheckedLedger } from './checked-ledger'

/** First step: a file or pasted cells. What was found is shown below, ready to be imported. */
export function LedgerForm({ batchId }: { batchId: string }) {
  const t = useTranslations('ledger')
  const [{ result, refused }, check, pending] = useActionState(checkLedgerAction, {})
  const [text, setText] = useState('')
  const [tooBig, setTooBig] = useState(false)
  const max = maxLedgerMegabytes
  const hints = { file: t('fileHint', { max }), text: t('textHint') }
  const errors = tooBig ? [t('tooBig', { max })] : []
  return (
    <>
      <Card>
        <form action={check} aria-busy={pending || undefined} className="grid gap-5">
          <Refusal refused={refused} />
          <input type="hidden" name="batchId" value={batchId} />
          <Field id="ledger-file" label={t('file')} hint={hints.file} errors={errors} optional>
            <FileInput
              name="file"
              accept=".xlsx,.csv,.tsv,.txt"
              onChange={({ target }) => {
                const over = (target.files?.[0]?.size ?? 0) > max * 1_000_000
                if (over) target.value = ''
                setTooBig(over)
              }}
              {...wire('ledger-file', { hint: hints.file, errors })}
            />
          </Field>
          <Field id="ledger-text" label={t('text')} hint={hints.text} optional>
            <TextArea
              name="text"
              rows={4}
              wrap="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
              {...wire('ledger-text', { hint: hints.text })}
            />
          </Field>
          <div>
            <Button type="submit" tone="primary" aria-disabled={pending || undefined}>
              {t('check')}
            </Button>
          </div>
        </form>
      </Card>
      {result ? <CheckedLedger key={result.seal} batchId={batchId} checked={result} /> : null}
    </>
  )
}
