import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad'

const looks: Record<NoticeTone, { box: string; mark: string; sign: string }> = {
  info: { box: 'border-blue-line bg-blue-wash', mark: 'text-blue', sign: 'i' },
  good: { box: 'border-green-line bg-green-wash', mark: 'text-green', sign: '✓' },
  warn: { box: 'border-amber-line bg-amber-wash', mark: 'text-amber', sign: '!' },
  bad: { box: 'border-red-line bg-red-wash', mark: 'text-red', sign: '✕' },
}

type NoticeProps = {
  tone?: NoticeTone
  title?: ReactNode
  action?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits; neither unless the notice just appeared. */
  role?: 'alert' | 'status'
  children?: ReactNode
}

/** Something to know on this page: a title, a sentence, what to do. */
export function Notice({ tone = 'info', title, action, role, children }: NoticeProps) {
  const look = looks[tone]
  return (
    <div role={role} className={`flex gap-3 rounded-lg border px-4 py-3 text-md ${look.box}`}>
      <span
        aria-hidden="true"
        className={`mt-0.5 flex size-5 flex-none items-center justify-center rounded-full border-2 border-current text-xs leading-none font-bold ${look.mark}`}
      >
        {look.sign}
      </span>
      <div className="min-w-0 flex-1">
        {title ? <div className={`font-semibold ${look.mark}`}>{title}</div> : null}
        {children}
      </div>
      {action ? <div className="-my-1 flex-none self-center">{action}</div> : null}
    </div>
  )
}
