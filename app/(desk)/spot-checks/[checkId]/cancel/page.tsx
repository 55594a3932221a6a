import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requirePermission, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readSpotCheck } from '@/lib/spot-checks/queries'
import { cancel } from '../../actions'

type Props = { params: Promise<{ checkId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spotChecks'))('cancel.title') }
}

/** The county office calls a check off, with the reason. */
export default async function CancelCheckPage({ params }: Props) {
  const { checkId } = await params
  if (!isId(checkId)) notFound()
  const viewer = await requireViewer()
  const { check, mayManage } = await forPage(readSpotCheck(viewer, checkId))
  await requirePermission(viewer, 'spotCheck.assign')
  const t = await getTranslations('spotChecks')
  const here = `/spot-checks/${check.id}`
  return (
    <>
      <PageHead
        title={t('cancel.title')}
        crumbs={[
          { label: t('title'), href: '/spot-checks' },
          { label: check.village.name, href: here },
          { label: t('cancel.title') },
        ]}
      />
      {mayManage ? (
        <Card narrow>
          <p className="muted measure pb-4 text-md">{t('cancel.lead')}</p>
          <ActionForm
            action={cancel}
            submit={t('cancel.submit')}
            tone="danger"
            cancel={here}
            draft={`cancel-check:${check.id}`}
          >
            <HiddenField name="spotCheckId" value={check.id} />
            <HiddenField name="version" value={check.version} />
            <TextAreaField name="reason" label={t('cancel.reason')} rows={3} max={2000} />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn">{t('cancel.closed')}</Notice>
      )}
    </>
  )
}
