import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Facts } from '@/components/ui/facts'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readVerb } from '@/lib/cases/exceptional-queries'
import { daysBetween, toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import { resume } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exceptional'))('resumeTitle') }
}

export default async function ResumePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const t = await getTranslations('exceptional')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const found = await forPage(readVerb(viewer, caseId, 'resume'))
  const { kase } = found
  const since = kase.pausedOn ? toDay(kase.pausedOn) : viewer.today
  return (
    <VerbCard {...found}>
      <p className="muted pb-4 text-md">
        {t('resumeLead', {
          since: formatDay(since, locale),
          days: daysBetween(since, viewer.today),
        })}
      </p>
      <div className="pb-5">
        <Facts items={[{ label: t('pauseReason'), value: kase.pauseReason }]} />
      </div>
      <ActionForm action={resume} submit={t('resume')} cancel={`/cases/${kase.id}`}>
        <HiddenField name="caseId" value={kase.id} />
        <HiddenField name="version" value={kase.version} />
      </ActionForm>
    </VerbCard>
  )
}
