import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField, SelectField } from '@/components/form/fields'
import { DraftFields } from '@/components/notice/draft-fields'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { DemoMark } from '@/components/village/demo-mark'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { formatDay } from '@/lib/i18n/format'
import { readNoticeStart } from '@/lib/notices/form-queries'
import { draftNotice } from '../actions'

const one = z.uuid().optional()
const search = z.object({
  case: one,
  village: one,
  measure: one,
  former: one,
  again: z.literal('1').optional(),
  finding: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(z.uuid()).max(50),
  ),
})

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('new') }
}

/** A new draft: by hand, from an overdue measure, from findings, or after a former notice. */
export default async function NewNoticePage({ searchParams }: { searchParams: Search }) {
  const asked = search.safeParse(await searchParams)
  if (!asked.success) notFound()
  const { finding, former: formerId, again, ...from } = asked.data
  const viewer = await requireViewer()
  const start = await forPage(
    readNoticeStart(viewer, {
      ...{ caseId: from.case, villageId: from.village, measureId: from.measure },
      ...{ formerId, again: again === '1', findingIds: finding },
    }),
  )
  const { place, village, villages, measure, former, chosen, findings } = start
  const t = await getTranslations('notices')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const picked = findings.filter(({ id }) => chosen.findingIds.includes(id))
  const prefilled = measure
    ? {
        title: t('prefill.measureTitle', { title: measure.title }),
        facts: t('prefill.measureFacts', {
          ...{ title: measure.title, percent: measure.percent, days: measure.late },
          due: formatDay(measure.dueOn, locale),
        }),
        demand: t('prefill.measureDemand'),
      }
    : former
      ? {
          title: former.title,
          facts: [
            t('prefill.formerFacts', {
              day: former.signedOn ? formatDay(former.signedOn, locale) : '',
              due: former.replyDueOn ? formatDay(former.replyDueOn, locale) : '',
              reference: former.reference,
            }),
            former.facts,
          ].join('\n'),
          demand: former.demand,
        }
      : {
          title: picked.length > 0 ? t('prefill.findingsTitle') : '',
          facts: picked
            .map(
              ({ kind, text }, index) => `${index + 1}. ${terms(`findingKind.${kind}`)}：${text}`,
            )
            .join('\n'),
          demand: picked.length > 0 ? t('prefill.findingsDemand') : '',
        }
  const named = village && prefilled.title && !former ? `${village.name}${prefilled.title}` : ''
  return (
    <>
      <PageHead
        title={t('new')}
        crumbs={[{ label: t('title'), href: '/notices' }, { label: t('new') }]}
        lead={t('newLead')}
        aside={
          village ? (
            <span className="text-ink-2">
              {village.township.name} · {village.name}
              <DemoMark village={village} />
            </span>
          ) : undefined
        }
      />
      <Card narrow>
        <ActionForm
          action={draftNotice}
          submit={t('form.submit')}
          draft={`notice-new:${measure?.id ?? former?.id ?? place.villageId ?? ''}`}
          cancel={place.caseId ? `/cases/${place.caseId}/supervision` : '/notices'}
        >
          {place.caseId ? <HiddenField name="caseId" value={place.caseId} /> : null}
          {!place.caseId && place.villageId ? (
            <HiddenField name="villageId" value={place.villageId} />
          ) : null}
          {measure ? <HiddenField name="measureId" value={measure.id} /> : null}
          {former ? <HiddenField name="formerId" value={former.id} /> : null}
          {villages.length > 0 ? (
            <SelectField
              name="villageId"
              label={t('form.village')}
              hint={t('form.villageHint')}
              blank={t('form.noVillage')}
              options={villages.map(({ id, name }) => ({ value: id, label: name }))}
              optional
            />
          ) : null}
          <DraftFields
            today={viewer.today}
            organisations={start.organisations}
            leader={start.leader}
            findings={findings}
            values={{
              ...chosen,
              ...prefilled,
              title: (named || prefilled.title).slice(0, 100),
              basis: former?.basis ?? '',
              contact: former?.contact ?? viewer.name,
              copiedIds: former?.copiedIds ?? [],
              copyLeader: true,
            }}
          />
        </ActionForm>
      </Card>
    </>
  )
}
