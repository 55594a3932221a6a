import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Row, RowList } from '@/components/ui/row-list'
import { CaseMark } from '@/components/village/case-mark'
import { LeadingTeam } from '@/components/village/leading-team'
import { VillageFacts } from '@/components/village/village-facts'
import { VillageHistory } from '@/components/village/village-history'
import { VisitList } from '@/components/visit/visit-list'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isOpen } from '@/lib/cases/workflow'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { readVillagePage } from '@/lib/villages/queries'
import { visitListHref } from '@/lib/visits/list-filter'

type Params = { params: Promise<{ villageId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('villages'))('title') }
}

export default async function VillagePage({ params }: Params) {
  const { villageId } = await params
  if (!isId(villageId)) notFound()
  const t = await getTranslations('villages')
  const terms = await getTranslations('terms')
  const viewer = await requireViewer()
  const { village, visits } = await forPage(readVillagePage(viewer, villageId))
  const locale = await getLocale()
  const successor = village.changes.find(
    (one) => one.kind === 'MERGED' && village.endedOn,
  )?.successor
  const formerNames = village.changes
    .filter((one) => one.kind === 'RENAMED' && one.nameBefore !== village.name)
    .map((one) => one.nameBefore)
  const proposable =
    village.endedOn === null &&
    can(viewer, 'case.propose', village) &&
    !village.cases.some((kase) => isOpen(kase.stage))
  const here = `/villages/${village.id}`
  const edit = (what: string, label: string) =>
    village.mayEdit ? (
      <TextLink href={`${here}/${what}`} className="screen-only" aria-label={label}>
        {t('edit')}
      </TextLink>
    ) : null
  return (
    <>
      <PageHead
        title={village.name}
        crumbs={[
          { label: t('title'), href: '/villages' },
          { label: village.township.name, href: `/villages?township=${village.township.id}` },
          { label: village.name },
        ]}
        aside={
          <>
            {village.demo ? <Badge>{terms('demo')}</Badge> : null}
            {village.endedOn ? <Badge tone="amber">{t('ended')}</Badge> : null}
          </>
        }
        lead={[
          village.township.name,
          ...(formerNames.length > 0 ? [t('formerName', { names: formerNames.join('、') })] : []),
        ].join(' · ')}
        actions={
          <>
            {can(viewer, 'commitment.read') ? (
              <LinkButton href={`${here}/commitments`}>{t('commitments')}</LinkButton>
            ) : null}
            {proposable ? (
              <LinkButton href={`/candidates/new?village=${village.id}`}>{t('propose')}</LinkButton>
            ) : null}
          </>
        }
      />
      {village.endedOn && successor ? (
        <Notice action={<TextLink href={`/villages/${successor.id}`}>{successor.name}</TextLink>}>
          {t('endedNotice', { on: formatDay(village.endedOn, locale), successor: successor.name })}
        </Notice>
      ) : null}
      <div className="two-col">
        <div className="stack">
          <Card title={t('facts')} aside={edit('facts', t('editFacts'))}>
            <VillageFacts village={village} />
          </Card>
          <Card title={t('cases')} flush={village.cases.length > 0}>
            {village.cases.length === 0 ? (
              <p className="muted">{t('noCases')}</p>
            ) : (
              <RowList>
                {village.cases.map((kase) => (
                  <Row key={kase.id} title={<CaseMark kase={kase} />} />
                ))}
              </RowList>
            )}
          </Card>
          {visits.length > 0 ? (
            <Card
              title={t('visits')}
              flush
              aside={
                <TextLink quiet href={visitListHref({ village: village.id })}>
                  {t('allVisits')} ›
                </TextLink>
              }
            >
              <VisitList visits={visits} locale={locale} today={viewer.today} ofOne />
            </Card>
          ) : null}
          {village.earlierCases.length > 0 ? (
            <Card title={t('earlierCases')} flush>
              <RowList>
                {village.earlierCases.map((kase) => (
                  <Row
                    key={kase.id}
                    title={<CaseMark kase={kase} />}
                    sub={t('earlierOf', { name: kase.of })}
                  />
                ))}
              </RowList>
            </Card>
          ) : null}
          {village.changes.length > 0 || village.mayChange ? (
            <Card
              title={t('history')}
              aside={
                village.mayChange ? (
                  <TextLink href={`${here}/change`} className="screen-only">
                    {t('change')}
                  </TextLink>
                ) : null
              }
            >
              <VillageHistory changes={village.changes} villageId={village.id} />
            </Card>
          ) : null}
        </div>
        <div className="stack">
          <Card title={t('team')} aside={edit('team/edit', t('editTeam'))}>
            <LeadingTeam posts={village.posts} />
            <p className="pt-2">
              <TextLink quiet href={`${here}/team`}>
                {t('teamPage')} ›
              </TextLink>
            </p>
          </Card>
          {can(viewer, 'regulation.read') ? (
            <Card title={t('regulations')}>
              <TextLink href={`${here}/regulations`}>{t('allRegulations')} ›</TextLink>
            </Card>
          ) : null}
        </div>
      </div>
    </>
  )
}
