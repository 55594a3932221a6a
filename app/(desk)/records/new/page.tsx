import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ChosenFiles } from '@/components/attachment/chosen-files'
import { uploadWords } from '@/components/attachment/upload-words'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { KindChoice } from '@/components/record/kind-choice'
import { RecordFields } from '@/components/record/record-fields'
import { VillageStep } from '@/components/record/village-step'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { VisitKey } from '@/components/visit/visit-key'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { newId } from '@/lib/ids'
import { kindsFor, readRecordForm } from '@/lib/records/form-queries'
import { RecordKind } from '@/prisma/generated/enums'
import { log } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const query = z.object({
  case: z.uuid().optional().catch(undefined),
  kind: z.enum(RecordKind).optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('records'))('log') }
}

/** 记工作纪实: the kind, the village where there are several, then the few fields of the kind. */
export default async function NewRecordPage({ searchParams }: Props) {
  const { case: caseId, kind } = query.parse(await searchParams)
  const viewer = await requireViewer()
  const t = await getTranslations('records')
  const terms = await getTranslations('terms.recordKind')
  const kinds = await forPage(Promise.resolve().then(() => kindsFor(viewer)))
  if (!kind) {
    return (
      <>
        <PageHead
          title={t('choose.title')}
          crumbs={[{ label: t('title'), href: '/records' }, { label: t('log') }]}
          lead={t('choose.lead')}
        />
        <KindChoice kinds={kinds} caseId={caseId} />
      </>
    )
  }
  const { cases, chosen, offers, prefill } = await forPage(readRecordForm(viewer, kind, caseId))
  const words = uploadWords(await getTranslations('attachments'))
  const others = `/records/new?kind=${kind}`
  return (
    <>
      <PageHead
        title={terms(kind)}
        crumbs={[
          { label: t('title'), href: '/records' },
          { label: t('log'), href: caseId ? `/records/new?case=${caseId}` : '/records/new' },
          { label: terms(kind) },
        ]}
        lead={
          chosen ? (
            <>
              {t('choose.for', { village: chosen.village.name })}
              {cases.length > 1 ? (
                <TextLink href={others} className="ms-3 underline">
                  {t('village.other')}
                </TextLink>
              ) : null}
            </>
          ) : undefined
        }
      />
      <Card narrow>
        {chosen ? (
          <ActionForm
            action={log}
            submit={t('form.save')}
            size="lg"
            draft={`record:${kind}:${chosen.id}`}
          >
            <VisitKey id={newId()} />
            <HiddenField name="caseId" value={chosen.id} />
            <HiddenField name="kind" value={kind} />
            <RecordFields
              kind={kind}
              today={viewer.today}
              problems={chosen.problems}
              measures={chosen.measures}
              offers={offers}
              prefill={prefill}
            />
            <Fold label={words.fold}>
              <ChosenFiles kind="RECORD" words={words} />
            </Fold>
          </ActionForm>
        ) : (
          <VillageStep kind={kind} cases={cases} />
        )}
      </Card>
      <p className="muted max-w-3xl text-md">{t('form.lead')}</p>
    </>
  )
}
