import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextInput } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import type { Unlocking } from '@/lib/offline/lock'
import { isPin } from '@/lib/offline/pin-rules'
import { SignInLink } from './empty-phone'
import type { Link } from './phone-state'
import type { PhoneStore } from './phone-store'

/** The first use: a PIN of six digits, twice. */
export function ChoosePin({ store }: { store: PhoneStore }) {
  const t = useTranslations('phone.pin')
  const [errors, setErrors] = useState<{ pin: string[]; again: string[] }>({ pin: [], again: [] })
  const [busy, setBusy] = useState(false)
  const choose = async (pin: string, again: string) => {
    const wrong = isPin(pin) ? (simple(pin) ? [t('simple')] : []) : [t('sixDigits')]
    const differs = wrong.length === 0 && pin !== again ? [t('differs')] : []
    setErrors({ pin: wrong, again: differs })
    if (wrong.length + differs.length > 0) return
    setBusy(true)
    await store.choosePin(pin)
  }
  return (
    <PinCard
      title={t('chooseTitle')}
      text={t('chooseText')}
      submit={t('choose')}
      busy={busy}
      onSubmit={(form) => choose(String(form.get('pin')), String(form.get('again')))}
    >
      <PinField id="pin" label={t('pin')} errors={errors.pin} />
      <PinField id="again" label={t('again')} errors={errors.again} />
    </PinCard>
  )
}

/** Six times the same digit, or six in a row. */
function simple(pin: string): boolean {
  return /^(\d)\1{5}$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin)
}

/** Every later use: the PIN, with what a wrong one costs. */
export function EnterPin({ store, link }: { store: PhoneStore; link: Link }) {
  const t = useTranslations('phone.pin')
  const words = useTranslations('phone')
  const [said, setSaid] = useState<Unlocking>()
  const [busy, setBusy] = useState(false)
  const enter = async (pin: string) => {
    if (!isPin(pin)) return
    setBusy(true)
    setSaid(await store.tryPin(pin))
    setBusy(false)
  }
  const forget = async () => {
    if (window.confirm(t('forgetAsk'))) await store.erase()
  }
  return (
    <>
      <PinCard
        title={t('enterTitle')}
        text={t('enterText')}
        submit={t('enter')}
        busy={busy}
        onSubmit={(form) => enter(String(form.get('pin')))}
      >
        <PinField id="pin" label={t('pin')} errors={wordsOf(t, said)} />
      </PinCard>
      {said?.kind === 'expired' && link !== 'signedIn' ? <SignInLink /> : null}
      <p role="status" className="text-md text-ink-2">
        {words(`link.${link}`)}
      </p>
      <Button tone="quiet" onClick={() => void forget()}>
        {t('forget')}
      </Button>
    </>
  )
}

type Words = ReturnType<typeof useTranslations<'phone.pin'>>

function wordsOf(t: Words, said: Unlocking | undefined): string[] {
  if (said?.kind === 'expired') return [t('expired')]
  if (said?.kind === 'wait') return [t('wait', { minutes: minutesTo(said.until) })]
  if (said?.kind !== 'wrong') return []
  const { left, waitUntil } = said
  const minutes = minutesTo(waitUntil)
  const cost = left <= 5 ? [t('left', { left })] : []
  return [t('wrong'), ...cost, ...(minutes > 0 ? [t('wait', { minutes })] : [])]
}

const minutesTo = (at: number) => Math.max(0, Math.ceil((at - Date.now()) / 60_000))

type PinCardProps = {
  title: string
  text: string
  submit: string
  busy: boolean
  onSubmit: (form: FormData) => Promise<void>
  children: ReactNode
}

function PinCard({ title, text, submit, busy, onSubmit, children }: PinCardProps) {
  const t = useTranslations('phone.pin')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    void onSubmit(new FormData(form)).then(() => form.reset())
  }
  return (
    <Card title={title}>
      <form onSubmit={send} className="grid gap-4">
        <p className="text-md text-ink-2">{text}</p>
        {children}
        <Button type="submit" tone="primary" size="lg" disabled={busy}>
          {busy ? t('busy') : submit}
        </Button>
      </form>
    </Card>
  )
}

type PinFieldProps = { id: string; label: string; errors: string[] }

function PinField({ id, label, errors }: PinFieldProps) {
  return (
    <Field id={id} label={label} errors={errors}>
      <TextInput
        {...wire(id, { errors })}
        name={id}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        minLength={6}
        maxLength={6}
        pattern="[0-9]{6}"
        required
        className="max-w-48 text-center text-xl tracking-[0.5em]"
      />
    </Field>
  )
}
