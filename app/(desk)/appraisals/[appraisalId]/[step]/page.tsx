import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readAppraisal } from '@/lib/appraisals/queries'
import { isId } from '@/lib/ids'
import { announce, publish } from '../../actions'

const steps = { announce: 'OPEN', publish: 'ANNOUNCED' } as const

type Props = { params: Promise<{ appraisalId: string; step: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { step } = await params
  const t = await getTranslations('appraisals')
  return { title: step === 'publish' || step === 'announce' ? t(`verb.${step}`) : t('title') }
}

/** Announcing or publishing a year, said in words before it is done. */
export default async function AppraisalStepPage({ params }: Props) {
  const { appraisalId, step } = await params
  if (!isId(appraisalId) || (step !== 'announce' && step !== 'publish')) notFound()
  const viewer = await requireViewer()
  const { appraisal, appealDays, mayManage } = await forPage(readAppraisal(viewer, appraisalId))
  if (!mayManage) forbidden()
  const t = await getTranslations('appraisals')
  const back = `/appraisals/${appraisal.id}`
  return (
    <div className="stack">
      <PageHead
        title={t(`verb.${step}`)}
        crumbs={[
          { label: t('title'), href: '/appraisals' },
          { label: t('titleOf', { year: String(appraisal.year) }), href: back },
          { label: t(`verb.${step}`) },
        ]}
        lead={step === 'announce' ? t('announce.lead', { days: appealDays }) : t('publish.lead')}
      />
      {appraisal.state === steps[step] ? (
        <Card narrow>
          <ActionForm
            action={step === 'announce' ? announce : publish}
            submit={t(`${step}.submit`)}
            cancel={back}
          >
            <HiddenField name="appraisalId" value={appraisal.id} />
            <HiddenField name="version" value={appraisal.version} />
            {step === 'publish' ? (
              <TextField
                name="documentNo"
                label={t('publish.documentNo')}
                optional
                maxLength={100}
              />
            ) : null}
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {t('elsewhere')}
        </Notice>
      )}
    </div>
  )
}
