import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PlanPaper } from '@/components/case/plan-paper'
import { LinkButton } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { kindTitleIn, paperOf } from '@/lib/plans/paper'
import { readPlan } from '@/lib/plans/queries'

type Props = { params: Promise<{ caseId: string; number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params
  return { title: (await getTranslations('plans.card'))('version', { number }) }
}

/** One version of the plan as the official document, to read and to print. */
export default async function VersionPage({ params }: Props) {
  const { caseId, number } = await params
  if (!isId(caseId) || !/^[1-9]\d{0,3}$/.test(number)) notFound()
  const viewer = await requireViewer()
  const { kase, versions, problems, measures } = await forPage(readPlan(viewer, caseId))
  const version = versions.find((each) => each.number === Number(number))
  if (!version) notFound()
  const t = await getTranslations('plans')
  const terms = await getTranslations('terms.planStatus')
  const paper = paperOf(version, problems, measures, kindTitleIn(await getLocale()))
  return (
    <div className="stack">
      <div className="screen-only flex flex-wrap items-center gap-2">
        <h2 className="me-auto">
          {t('card.version', { number })} · {terms(version.status)}
        </h2>
        <LinkButton href={`/cases/${caseId}/plan/versions`}>{t('versions.title')}</LinkButton>
        <PrintButton>{t('print')}</PrintButton>
      </div>
      <PlanPaper
        place={{ village: kase.village.name, township: kase.township.name }}
        paper={paper}
      />
    </div>
  )
}
