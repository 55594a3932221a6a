import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { FormerHolders } from '@/components/village/former-holders'
import { LeadingTeam } from '@/components/village/leading-team'
import { ReserveCadres } from '@/components/village/reserve-cadres'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readTeam } from '@/lib/leading-team/queries'

type Props = { params: Promise<{ villageId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('villages'))('teamTitle') }
}

/** The leading team of a village: who holds which post since when, who did before, who is in reserve. */
export default async function TeamPage({ params }: Props) {
  const { villageId } = await params
  if (!isId(villageId)) notFound()
  const t = await getTranslations('villages')
  const team = await forPage(readTeam(await requireViewer(), villageId))
  const here = `/villages/${villageId}`
  return (
    <>
      <PageHead
        title={t('teamOf', { village: team.name })}
        crumbs={[
          { label: t('title'), href: '/villages' },
          { label: team.name, href: here },
          { label: t('team') },
        ]}
        lead={team.township.name}
        actions={
          <>
            {team.mayEdit ? (
              <LinkButton href={`${here}/team/edit`} tone="primary">
                {t('editTeam')}
              </LinkButton>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <div className="stack">
        <div className="two-col">
          <Card title={t('postsNow')}>
            <LeadingTeam posts={team.posts} />
          </Card>
          <Card title={t('reserveCadres')}>
            <ReserveCadres
              reserves={team.reserves}
              former={team.formerReserves}
              required={team.required}
            />
          </Card>
        </div>
        <Card
          title={t('formerHolders')}
          flush={team.former.length > 0}
          aside={
            team.mayEdit ? (
              <TextLink href={`${here}/team/terms/new`} className="screen-only">
                {t('addTerm')}
              </TextLink>
            ) : null
          }
        >
          <FormerHolders
            terms={team.former}
            correct={team.mayEdit ? `${here}/team/terms` : undefined}
          />
        </Card>
      </div>
    </>
  )
}
