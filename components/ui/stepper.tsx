import { useTranslations } from 'next-intl'

export type Step = { label: string; note?: string; state: 'done' | 'now' | 'todo' }

const bars = { done: 'border-green', now: 'border-brand', todo: 'border-[#c3c9d1]' }
const inks = { done: 'text-ink-2', now: 'font-semibold text-ink', todo: 'text-ink-3' }

/** The road of a thing and where it stands: a line on a desk, the current step on a phone. */
export function Stepper({ label, steps }: { label: string; steps: Step[] }) {
  return (
    <div>
      <ol aria-label={label} className="hidden md:flex print:flex">
        {steps.map((step) => (
          <li
            key={step.label}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className={`min-w-0 flex-1 border-t-3 pe-2 pt-1.5 text-xs ${bars[step.state]} ${inks[step.state]}`}
          >
            <StepText step={step} />
          </li>
        ))}
      </ol>
      <Narrow label={label} steps={steps} />
    </div>
  )
}

function Narrow({ label, steps }: { label: string; steps: Step[] }) {
  const t = useTranslations('ui.step')
  const at = steps.findIndex((step) => step.state === 'now')
  const current = steps[at]
  return (
    <details className="group md:hidden print:hidden">
      <summary className="grid gap-1.5">
        <span aria-hidden="true" className="flex gap-0.5">
          {steps.map((step) => (
            <span key={step.label} className={`flex-1 border-t-3 ${bars[step.state]}`} />
          ))}
        </span>
        <span className="flex min-h-(--control) items-center justify-between gap-3 text-sm text-ink-2">
          <span>
            {current ? t('of', { n: at + 1, total: steps.length }) : label}
            {current ? (
              <strong className="ms-2 font-semibold text-ink">
                {current.label}
                {current.note ? ` · ${current.note}` : ''}
              </strong>
            ) : null}
          </span>
          <span className="flex-none">
            {t('all')}
            <span aria-hidden="true" className="ms-1 inline-block group-open:rotate-180">
              ▾
            </span>
          </span>
        </span>
      </summary>
      <ol aria-label={label} className="grid gap-1 pb-2 text-sm">
        {steps.map((step) => (
          <li
            key={step.label}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className={`flex justify-between gap-3 border-s-3 ps-3 py-0.5 ${bars[step.state]} ${inks[step.state]}`}
          >
            <StepText step={step} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function StepText({ step }: { step: Step }) {
  const t = useTranslations('ui.step')
  return (
    <>
      <span className="block">
        {step.label}
        <span className="sr-only"> · {t(step.state)}</span>
      </span>
      {step.note ? <span className="block">{step.note}</span> : null}
    </>
  )
}
