import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionBar } from '@/components/case/action-bar'
import { CaseHead } from '@/components/case/case-head'
import { CaseTabs } from '@/components/case/case-tabs'
import { StarButton } from '@/components/case/star-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { caseActions } from '@/lib/cases/case-actions'
import { caseLinks } from '@/lib/cases/case-links'
import { readCaseFrame } from '@/lib/cases/frame-queries'
import { isId } from '@/lib/ids'
import { follow } from '../actions'

const planPages = [
  'measures',
  'problems',
  'submit-plan',
  'approve-plan',
  'return-plan',
  'withdraw-plan',
  'revise-plan',
  'submit-revision',
  'approve-revision',
  'return-revision',
  'withdraw-revision',
  'abandon-revision',
]
const acceptancePages = [
  'apply-for-acceptance',
  'pass-township',
  'fail-township',
  'pass-county',
  'fail-county',
  'resume-rectifying',
  'exceptions',
  'close',
  'follow-ups',
]

type Props = { params: Promise<{ caseId: string }> }

async function frameOf(params: Props['params']) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  return { viewer, ...(await forPage(readCaseFrame(viewer, caseId))) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kase } = await frameOf(params)
  const t = await getTranslations('shell')
  const { name } = kase.village
  return { title: { default: name, template: `%s · ${name} · ${t('product')}` } }
}

export default async function CaseLayout({ params, children }: Props & { children: ReactNode }) {
  const { viewer, kase, light, steps, next, gate, opens } = await frameOf(params)
  const t = await getTranslations('cases')
  const base = `/cases/${kase.id}`
  const tabs = [
    { label: t('tabs.overview'), href: base },
    { label: t('tabs.plan'), href: `${base}/plan`, under: planPages },
    { label: t('tabs.responsibility'), href: `${base}/responsibility` },
    ...(opens ? [{ label: t('tabs.visits'), href: `${base}/visits`, under: ['records'] }] : []),
    ...(opens ? [{ label: t('tabs.supervision'), href: `${base}/supervision` }] : []),
    ...(opens ? [{ label: t('tabs.commitments'), href: `${base}/commitments` }] : []),
    { label: t('tabs.coordination'), href: `${base}/coordination`, under: ['instructions'] },
    { label: t('tabs.acceptance'), href: `${base}/acceptance`, under: acceptancePages },
    ...(opens
      ? [
          { label: t('tabs.history'), href: `${base}/history` },
          { label: t('tabs.documents'), href: `${base}/documents` },
        ]
      : []),
  ]
  return (
    <>
      <CaseHead
        kase={kase}
        light={light}
        steps={steps}
        next={next}
        today={viewer.today}
        actions={
          <>
            <ActionBar
              caseId={kase.id}
              actions={caseActions(viewer, kase, gate)}
              links={caseLinks(viewer, kase)}
            />
            <StarButton
              action={follow}
              caseId={kase.id}
              followed={kase.follows.length > 0}
              label={t(kase.follows.length > 0 ? 'list.unfollow' : 'list.follow', {
                village: kase.village.name,
              })}
              word={t(kase.follows.length > 0 ? 'list.following' : 'list.star')}
            />
          </>
        }
      />
      <CaseTabs label={t('tabs.label')} items={tabs} />
      {children}
    </>
  )
}
