import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Figure } from '@/components/ui/figure'

type AdminCardProps = {
  accounts: { active: number; suspended: number; organisations: number }
  waiting: number
}

/** What the administrator looks after: accounts, organisations, appointments; no case. */
export function AdminCard({ accounts, waiting }: AdminCardProps) {
  const t = useTranslations('home')
  return (
    <Card title={t('admin')}>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Figure
          value={accounts.active}
          label={t('figures.active')}
          href="/admin/people?status=ACTIVE"
        />
        <Figure
          value={accounts.suspended}
          label={t('figures.suspended')}
          href="/admin/people?status=SUSPENDED"
        />
        <Figure
          value={accounts.organisations}
          label={t('figures.organisations')}
          href="/admin/organisations"
        />
        <Figure value={waiting} label={t('figures.waiting')} href="/admin/appointments" />
      </div>
    </Card>
  )
}
