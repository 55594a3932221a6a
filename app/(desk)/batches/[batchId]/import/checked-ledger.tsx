'use client'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { BadRows } from '@/components/ledger/bad-rows'
import { GoodRows } from '@/components/ledger/good-rows'
import { Refusal } from '@/components/sheet/refusal'
import { Button, LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/choice'
import { Notice } from '@/components/ui/notice'
import type { CheckedLedger as Checked } from '@/lib/ledger/import-commands'
import { importLedgerAction } from './actions'

/** Second step: what each row makes, and every reason against one; good rows alone only by choice. */
export function CheckedLedger({ batchId, checked }: { batchId: string; checked: Checked }) {
  const t = useTranslations('ledger')
  const [{ result, refused }, take, pending] = useActionState(importLedgerAction, {})
  if (result) {
    return (
      <Notice
        tone="good"
        role="status"
        title={t('done')}
        action={
          result.candidates > 0 ? (
            <LinkButton href="/candidates">{t('toCandidates')}</LinkButton>
          ) : (
            <LinkButton href={`/batches/${batchId}`}>{t('back')}</LinkButton>
          )
        }
      >
        {t('doneText', result)}
      </Notice>
    )
  }
  const { rows, skipped, ignored } = checked
  const bad = rows.filter(({ makes }) => makes === null)
  const good = rows.filter(({ makes }) => makes !== null)
  const historical = good.filter(({ makes }) => makes === 'historical').length
  const kinds = { historical, candidates: good.length - historical }
  const counts = { all: rows.length, good: good.length, bad: bad.length }
  return (
    <Card title={t('checked', counts)} flush>
      <div className="grid gap-1 px-4 pb-3 text-md text-ink-2">
        <p>{t('will', kinds)}</p>
        {skipped.length > 0 ? <p>{t('skipped', { lines: skipped.join('、') })}</p> : null}
        {ignored.length > 0 ? <p>{t('ignored', { names: ignored.join('；') })}</p> : null}
      </div>
      {bad.length > 0 ? <BadRows rows={bad} /> : null}
      {good.length > 0 ? <GoodRows rows={good} /> : null}
      {good.length > 0 ? (
        <form
          action={take}
          aria-busy={pending || undefined}
          className="grid gap-4 border-t border-line p-4"
        >
          <Refusal refused={refused} />
          <input type="hidden" name="batchId" value={batchId} />
          <input type="hidden" name="sent" value={checked.sent} />
          <input type="hidden" name="seal" value={checked.seal} />
          {bad.length > 0 ? (
            <Checkbox name="onlyGood" label={t('onlyGood', counts)} hint={t('onlyGoodHint')} />
          ) : null}
          <div>
            <Button type="submit" tone="primary" aria-disabled={pending || undefined}>
              {pending ? t('importing') : t('import')}
            </Button>
          </div>
        </form>
      ) : null}
    </Card>
  )
}
