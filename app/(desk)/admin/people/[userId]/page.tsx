import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readPerson } from '@/lib/accounts/queries'
import { formatInstant } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { AppointmentsCard } from './appointments-card'
import { ManageCards } from './manage-cards'
import { TokensCard } from './tokens-card'

type Props = { params: Promise<{ userId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.people'))('title') }
}

export default async function PersonPage({ params }: Props) {
  const viewer = await requireViewer()
  const { userId } = await params
  if (!isId(userId)) notFound()
  const person = await forPage(readPerson(viewer, userId))
  const t = await getTranslations('admin.person')
  const admin = await getTranslations('admin')
  const locale = await getLocale()
  const manages = can(viewer, 'account.manage')
  const own = person.id === viewer.userId
  return (
    <>
      <PageHead
        title={person.name}
        aside={
          person.status === 'SUSPENDED' ? (
            <Badge tone="red">{admin('status.SUSPENDED')}</Badge>
          ) : null
        }
        crumbs={[
          { label: admin('title') },
          { label: admin('people.title'), href: '/admin/people' },
          { label: person.name },
        ]}
      />
      <div className={manages && !own ? 'two-col' : 'stack'}>
        <div className="stack">
          {manages && own ? <Notice>{t('own')}</Notice> : null}
          <Card title={t('facts')}>
            <Facts
              columns={2}
              items={[
                { label: t('account'), value: person.account },
                { label: t('post'), value: person.post },
                { label: t('status'), value: admin(`status.${person.status}`) },
                { label: t('created'), value: formatInstant(person.createdAt, locale) },
                { label: t('mustChange'), value: person.mustChangePassword ? t('yes') : t('no') },
                { label: t('factor'), value: person.hasSecondFactor ? t('on') : t('off') },
                { label: t('sessions'), value: t('sessionsCount', { count: person.sessions }) },
              ]}
            />
          </Card>
          <AppointmentsCard
            userId={person.id}
            appointments={person.appointments}
            grants={can(viewer, 'appointment.grant')}
          />
          {manages && !own && person.tokens.length > 0 ? <TokensCard person={person} /> : null}
        </div>
        {manages && !own ? <ManageCards person={person} /> : null}
      </div>
    </>
  )
}
