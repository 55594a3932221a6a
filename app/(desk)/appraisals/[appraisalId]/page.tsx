import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AppraisalState } from '@/components/appraisal/appraisal-state'
import { SheetTable } from '@/components/appraisal/sheet-table'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readAppraisal } from '@/lib/appraisals/queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { compute } from '../actions'

type Props = { params: Promise<{ appraisalId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appraisals'))('title') }
}

/** One year: its organisations, and for the county office what comes next. */
export default async function AppraisalPage({ params }: Props) {
  const { appraisalId } = await params
  if (!isId(appraisalId)) notFound()
  const viewer = await requireViewer()
  const { appraisal, sheets, bands, mayManage } = await forPage(readAppraisal(viewer, appraisalId))
  const t = await getTranslations('appraisals')
  const locale = await getLocale()
  const { id, state, computedOn, waiting } = appraisal
  const title = t('titleOf', { year: String(appraisal.year) })
  const next = state === 'OPEN' ? 'announce' : state === 'ANNOUNCED' ? 'publish' : null
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: t('title'), href: '/appraisals' }, { label: title }]}
        lead={`${computedOn ? t('asOf', { day: formatDay(computedOn, locale) }) : t('asOfNone')} ${t('order')}`}
        aside={<AppraisalState state={state} />}
        actions={
          <>
            {mayManage && next && !waiting ? (
              <LinkButton href={`/appraisals/${id}/${next}`} tone="primary">
                {t(`verb.${next}`)}
              </LinkButton>
            ) : null}
            {mayManage && computedOn ? (
              <form action={`/api/appraisals/${id}/export`} className="flex flex-wrap gap-2">
                <Button type="submit" name="format" value="xlsx">
                  {t('export.xlsx')}
                </Button>
                <Button type="submit" name="format" value="json">
                  {t('export.json')}
                </Button>
              </form>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      {waiting ? (
        <Notice tone="info" role="status">
          {t('waiting')}
        </Notice>
      ) : null}
      <SheetTable kind="TOWNSHIP" sheets={sheets} bands={bands} />
      <SheetTable kind="HELPER_UNIT" sheets={sheets} bands={bands} />
      {mayManage && state === 'OPEN' && !waiting ? (
        <div className="screen-only">
          <ActionForm
            action={compute}
            submit={t('verb.compute')}
            tone="plain"
            label={t('verb.compute')}
          >
            <HiddenField name="appraisalId" value={id} />
          </ActionForm>
        </div>
      ) : null}
    </>
  )
}
