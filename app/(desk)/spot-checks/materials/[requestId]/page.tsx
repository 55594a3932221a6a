import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { readMaterialRequest } from '@/lib/spot-checks/material-queries'
import { answer, withdraw } from '../../actions'

type Props = { params: Promise<{ requestId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spotChecks'))('material.one') }
}

/** One request for material: what is missing, and the township's answer. */
export default async function MaterialPage({ params }: Props) {
  const { requestId } = await params
  if (!isId(requestId)) notFound()
  const found = await forPage(readMaterialRequest(await requireViewer(), requestId))
  const { request, mayAnswer, mayWithdraw } = found
  const t = await getTranslations('spotChecks')
  const terms = await getTranslations('terms.materialState')
  const locale = await getLocale()
  const text = (words: string) =>
    words ? <span className="measure block whitespace-pre-wrap">{words}</span> : ''
  const hidden = (
    <>
      <HiddenField name="requestId" value={request.id} />
      <HiddenField name="version" value={request.version} />
    </>
  )
  return (
    <>
      <PageHead
        title={request.what}
        crumbs={[
          { label: t('title'), href: '/spot-checks' },
          { label: t('material.title'), href: '/spot-checks/materials' },
          { label: t('material.one') },
        ]}
        aside={<span className="muted">{terms(request.state)}</span>}
      />
      <Card>
        <Facts
          items={[
            { label: t('village'), value: request.village.name },
            { label: t('material.gap'), value: text(request.gap) },
            {
              label: t('material.by'),
              value: `${request.requestedByName} ${formatDay(request.requestedOn, locale)}`,
            },
            { label: t('material.answer'), value: text(request.answer) },
            {
              label: t('material.answerBy'),
              value: request.answeredOn
                ? `${request.answeredByName} ${formatDay(request.answeredOn, locale)}`
                : '',
            },
          ]}
        />
      </Card>
      {mayAnswer ? (
        <Card narrow title={t('material.answer')}>
          <ActionForm
            action={answer}
            submit={t('material.submitAnswer')}
            draft={`material-answer:${request.id}`}
          >
            {hidden}
            <TextAreaField
              name="answer"
              label={t('material.answer')}
              hint={t('material.answerHint')}
              rows={4}
            />
          </ActionForm>
        </Card>
      ) : null}
      {mayWithdraw ? (
        <Card narrow title={t('material.withdraw')}>
          <ActionForm
            action={withdraw}
            submit={t('material.withdraw')}
            tone="plain"
            draft={`material-withdraw:${request.id}`}
          >
            {hidden}
            <TextAreaField name="reason" label={t('material.withdrawReason')} rows={2} max={2000} />
          </ActionForm>
        </Card>
      ) : null}
    </>
  )
}
