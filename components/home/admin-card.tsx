import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Figure } from '@/components/ui/figure'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'

type AdminCardProps = {
  accounts: { active: number; suspended: number; organisations: number }
  waiting: number
}

const shortcuts = [
  ['people', '/admin/people/new'],
  ['import', '/admin/people/import'],
  ['grant', '/admin/appointments/new'],
  ['rulebook', '/admin/rulebook'],
  ['securityLog', '/admin/security-log'],
] as const

/** What the administrator looks after: accounts, organisations, appointments; no case. */
export function AdminCard({ accounts, waiting }: AdminCardProps) {
  const t = useTranslations('home')
  const figures = [
    ['active', accounts.active, '/admin/people?status=ACTIVE'],
    ['suspended', accounts.suspended, '/admin/people?status=SUSPENDED'],
    ['organisations', accounts.organisations, '/admin/organisations'],
    ['waiting', waiting, '/admin/appointments'],
  ] as const
  return (
    <>
      <Card>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {figures.map(([name, value, href]) => (
            <Figure key={name} value={value} label={t(`figures.${name}`)} href={href} />
          ))}
        </div>
      </Card>
      <Card flush title={t('shortcutsTitle')}>
        <RowList>
          {shortcuts.map(([name, href]) => (
            <Row
              key={name}
              title={<TextLink href={href}>{t(`shortcuts.${name}`)}</TextLink>}
              sub={t(`shortcuts.${name}Text`)}
            />
          ))}
        </RowList>
      </Card>
    </>
  )
}
