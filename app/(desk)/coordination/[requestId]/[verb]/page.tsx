import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { RequestFacts } from '@/components/coordination/request-facts'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField, SelectField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readRequest } from '@/lib/coordination/queries'
import { coordinationSteps, coordinationVerbs, subjectOfRequest } from '@/lib/coordination/rules'
import { toDay } from '@/lib/dates'
import { isId } from '@/lib/ids'
import { answer, decline, route, sendBack, settle, withdraw } from './actions'

const actions = { route, decline, answer, settle, return: sendBack, withdraw } as const

type Props = { params: Promise<{ requestId: string; verb: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const given = (await params).verb
  const verb = coordinationVerbs.find((one) => one === given)
  const t = await getTranslations('coordination')
  return { title: verb ? t(`verb.${verb}`) : t('one') }
}

/** One step of a request, below everything written on it so far. */
export default async function RequestVerbPage({ params }: Props) {
  const { requestId, verb: given } = await params
  const verb = coordinationVerbs.find((one) => one === given)
  if (!isId(requestId) || !verb) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readRequest(viewer, requestId))
  const { request, verbs, departments } = found
  if (!can(viewer, coordinationSteps[verb].may, subjectOfRequest(request))) forbidden()
  const t = await getTranslations('coordination')
  const locale = await getLocale()
  const back = `/coordination/${request.id}`
  const title = t(verb === 'route' && request.status === 'ROUTED' ? 'reroute' : `verb.${verb}`)
  return (
    <div className="stack">
      <PageHead
        title={title}
        crumbs={[
          { label: t('title'), href: '/coordination' },
          { label: request.title, href: back },
          { label: title },
        ]}
      />
      <RequestFacts {...found} locale={locale} />
      {verbs.includes(verb) ? (
        <Card narrow>
          <ActionForm
            action={actions[verb]}
            submit={title}
            tone={verb === 'decline' || verb === 'withdraw' ? 'danger' : undefined}
            draft={`coordination-${verb}:${request.id}`}
            cancel={back}
          >
            <HiddenField name="requestId" value={request.id} />
            <HiddenField name="version" value={request.version} />
            {verb === 'route' ? (
              <>
                <SelectField
                  name="departmentId"
                  label={t('department')}
                  defaultValue={request.departmentId ?? ''}
                  options={departments.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <DateField
                  name="dueOn"
                  label={t('dueOn')}
                  min={viewer.today}
                  defaultValue={request.dueOn ? toDay(request.dueOn) : ''}
                />
                <TextAreaField
                  name="note"
                  label={t('note')}
                  rows={3}
                  optional
                  defaultValue={request.routeNote}
                />
              </>
            ) : null}
            {verb === 'answer' ? (
              <TextAreaField name="answer" label={t('answer')} hint={t('answerHint')} rows={5} />
            ) : null}
            {verb === 'settle' ? (
              <TextAreaField name="note" label={t('settleNote')} rows={3} optional />
            ) : null}
            {verb === 'return' || verb === 'decline' || verb === 'withdraw' ? (
              <TextAreaField name="reason" label={t('reason')} rows={3} max={2000} />
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
