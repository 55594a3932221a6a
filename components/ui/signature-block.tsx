import { useTranslations } from 'next-intl'

/** Lines to sign on paper: one per role, with the date; never on the screen. */
export function SignatureBlock({ items }: { items: string[] }) {
  const t = useTranslations('ui.signature')
  return (
    <div className="print-only unbroken mt-8">
      <div className="grid grid-cols-2 gap-x-10 gap-y-12">
        {items.map((item) => (
          <div key={item}>
            <p>{t('line', { item })}</p>
            <p className="mt-10 text-end">{t('date')}</p>
          </div>
        ))}
      </div>
    </div>
  )
}
