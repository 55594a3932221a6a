import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
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
  const { kase } = await forPage(readVerb(viewer, caseId, 'resume'))
  const here = `/cases/${kase.id}`
  if (!kase.paused || !kase.pausedOn) {
    return (
      <Notice
        tone="warn"
        title={t('resumeTitle')}
        action={<TextLink href={here}>{t('back')}</TextLink>}
      >
        {t('notPaused')}
      </Notice>
    )
  }
  const since = toDay(kase.pausedOn)
  return (
    <VerbCard
      title={t('resumeTitle')}
      lead={t('resumeLead', {
        since: formatDay(since, locale),
        days: daysBetween(since, viewer.today),
      })}
      caseId={kase.id}
      stage={kase.stage}
      blocked={null}
    >
      <Facts items={[{ label: t('pauseReason'), value: kase.pauseReason }]} />
      <ActionForm action={resume} submit={t('resume')} cancel={here}>
        <HiddenField name="caseId" value={kase.id} />
        <HiddenField name="version" value={kase.version} />
      </ActionForm>
    </VerbCard>
  )
}
