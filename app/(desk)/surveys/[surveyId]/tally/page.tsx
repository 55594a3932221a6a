import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { TallySheet } from '@/components/survey/tally-sheet'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readSurvey } from '@/lib/surveys/queries'

type Props = { params: Promise<{ surveyId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('surveys'))('tally') }
}

/** 测评统计表, to print and sign. */
export default async function TallyPage({ params }: Props) {
  const { surveyId } = await params
  if (!isId(surveyId)) notFound()
  const viewer = await requireViewer()
  const { survey, result, township } = await forPage(readSurvey(viewer, surveyId))
  if (!result?.shown) notFound()
  const t = await getTranslations('surveys')
  const locale = await getLocale()
  return (
    <div className="stack">
      <PageHead
        title={t('tally')}
        crumbs={[
          { label: t('title'), href: '/surveys' },
          { label: survey.villageName, href: `/surveys/${surveyId}` },
          { label: t('tally') },
        ]}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <TallySheet
        county={viewer.countyName}
        township={township}
        survey={survey}
        result={result}
        locale={locale}
      />
    </div>
  )
}
