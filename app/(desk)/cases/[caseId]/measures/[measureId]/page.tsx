import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DocumentLinks } from '@/components/document/document-links'
import { MeasureQuestions } from '@/components/finding/measure-questions'
import { RecordList } from '@/components/record/record-list'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { readDocumentsOfMove } from '@/lib/documents/queries'
import { isId } from '@/lib/ids'
import { readMeasure } from '@/lib/measures/queries'
import { ExtensionCard } from './extension-card'
import { MeasureFacts } from './measure-facts'
import { ProgressCard } from './progress-card'
import { WorkCard } from './work-card'

type Props = { params: Promise<{ caseId: string; measureId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('measures'))('title') }
}

/** One measure: what it is, how it stands and why, what was done, and what the viewer can do. */
export default async function MeasurePage({ params }: Props) {
  const { caseId, measureId } = await params
  if (!isId(caseId) || !isId(measureId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readMeasure(viewer, caseId, measureId))
  const updates = page.progress.map(({ id }) => id)
  const files = await forPage(readFilesOf(viewer, caseId, 'PROGRESS', updates))
  const t = await getTranslations('measures')
  const records = await getTranslations('records')
  const words = await getTranslations('documents')
  const documents = await readDocumentsOfMove(viewer, page.measure.move)
  return (
    <div className="stack">
      <p className="screen-only text-md">
        <TextLink href={`/cases/${caseId}/plan#measures`}>{t('back')}</TextLink>
      </p>
      <MeasureQuestions questions={page.questions} ofOne />
      <div className="two-col">
        <div className="stack">
          <MeasureFacts page={page} viewer={viewer} />
          <ProgressCard page={page} caseId={caseId} files={files} />
          {page.records.length > 0 ? (
            <Card flush title={records('onMeasure.title')}>
              <RecordList
                records={page.records}
                locale={await getLocale()}
                today={viewer.today}
                ofOne
              />
            </Card>
          ) : null}
        </div>
        <div className="stack">
          <WorkCard page={page} viewer={viewer} />
          <ExtensionCard page={page} viewer={viewer} />
          <DocumentLinks title={words('related')} documents={documents} all="/documents" />
        </div>
      </div>
    </div>
  )
}
