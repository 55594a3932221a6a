import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { FilesCard } from '@/components/attachment/files-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { VisitFacts } from '@/components/visit/visit-facts'
import { VisitVersions } from '@/components/visit/visit-versions'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readFilesOf } from '@/lib/attachments/list-queries'
import { isId } from '@/lib/ids'
import { readVisit } from '@/lib/visits/queries'
import { finishTask } from '../actions'

type Props = { params: Promise<{ visitId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('page.short') }
}

/** One visit as it was written, with its corrections. */
export default async function VisitPage({ params }: Props) {
  const { visitId } = await params
  if (!isId(visitId)) notFound()
  const viewer = await requireViewer()
  const page = await forPage(readVisit(viewer, visitId))
  const { visit, late, mayChange, mayFinishTask, frozen, versions } = page
  const files = await forPage(readFilesOf(viewer, visit.caseId, 'VISIT', [visit.id]))
  const t = await getTranslations('visits')
  const locale = await getLocale()
  const here = `/visits/${visit.id}`
  return (
    <>
      <PageHead
        title={t('page.title', { village: visit.village?.name ?? '' })}
        crumbs={[{ label: t('title'), href: '/visits' }, { label: visit.village?.name ?? '' }]}
        aside={
          <>
            {late ? <Badge>{t('late')}</Badge> : null}
            {visit.withdrawnOn ? <Badge tone="amber">{t('withdrawn')}</Badge> : null}
          </>
        }
        actions={
          <>
            {mayChange ? (
              <>
                <LinkButton href={`${here}/edit`}>{t('page.edit')}</LinkButton>
                <LinkButton href={`${here}/withdraw`}>{t('page.withdraw')}</LinkButton>
              </>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <VisitFacts page={page} locale={locale} />
      <FilesCard caseId={visit.caseId} of={{ kind: 'VISIT', id: visit.id }} page={files} />
      {frozen ? <p className="muted screen-only text-md">{t(`page.frozen.${frozen}`)}</p> : null}
      {mayFinishTask ? (
        <Card narrow title={t('page.finish')}>
          <ActionForm
            action={finishTask}
            submit={t('page.finishTask')}
            draft={`visit-task:${visit.id}`}
          >
            <HiddenField name="visitId" value={visit.id} />
            <HiddenField name="version" value={visit.version} />
            <TextAreaField name="result" label={t('page.result')} optional rows={2} />
          </ActionForm>
        </Card>
      ) : null}
      {versions.length > 0 ? <VisitVersions versions={versions} locale={locale} /> : null}
    </>
  )
}
