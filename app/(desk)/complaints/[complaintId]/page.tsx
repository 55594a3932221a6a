import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readComplaint } from '@/lib/complaints/queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { answerComplaint } from './actions'

type Props = { params: Promise<{ complaintId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('complaints'))('title') }
}

/** One complaint with its answer, or the form to answer it. */
export default async function ComplaintPage({ params }: Props) {
  const { complaintId } = await params
  if (!isId(complaintId)) notFound()
  const viewer = await requireViewer()
  const { complaint, answers } = await forPage(readComplaint(viewer, complaintId))
  const t = await getTranslations('complaints')
  const locale = await getLocale()
  const { answeredOn } = complaint
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[
          { label: t('title'), href: '/complaints' },
          { label: formatDay(complaint.filedOn, locale) },
        ]}
        aside={
          <Badge tone={answeredOn ? 'green' : 'amber'}>{t(answeredOn ? 'answered' : 'open')}</Badge>
        }
      />
      <Card narrow title={t('text')}>
        <p className="measure whitespace-pre-wrap break-words">{complaint.text}</p>
        <div className="pt-4">
          <Facts
            items={[
              {
                label: t('by'),
                value: [complaint.organisationName, complaint.authorName]
                  .filter(Boolean)
                  .join(' · '),
              },
              { label: t('filedOn'), value: formatDay(complaint.filedOn, locale) },
              {
                label: t('page'),
                value: complaint.page ? (
                  <TextLink href={complaint.page}>{complaint.page}</TextLink>
                ) : (
                  t('noPage')
                ),
              },
            ]}
          />
        </div>
      </Card>
      {answeredOn ? (
        <Card narrow title={t('answer')}>
          <p className="measure whitespace-pre-wrap break-words">{complaint.answer}</p>
          <p className="pt-2 text-md text-ink-2">
            {t('answeredBy', {
              name: complaint.answeredByName,
              day: formatDay(answeredOn, locale),
            })}
          </p>
        </Card>
      ) : answers ? (
        <Card narrow title={t('answerIt')}>
          <ActionForm
            action={answerComplaint}
            submit={t('sendAnswer')}
            draft={`complaint-answer:${complaint.id}`}
          >
            <HiddenField name="complaintId" value={complaint.id} />
            <HiddenField name="version" value={complaint.version} />
            <TextAreaField name="answer" label={t('answer')} hint={t('answerHint')} rows={5} />
          </ActionForm>
        </Card>
      ) : (
        <p className="text-ink-2">{t('waiting')}</p>
      )}
    </>
  )
}
