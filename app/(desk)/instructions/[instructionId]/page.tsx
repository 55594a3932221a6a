import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { InstructionFacts } from '@/components/coordination/instruction-facts'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readInstruction } from '@/lib/instructions/queries'
import { answerInstruction } from './actions'

type Props = { params: Promise<{ instructionId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coordination'))('instruction') }
}

/** One instruction with its answer, or the form to answer it. */
export default async function InstructionPage({ params }: Props) {
  const { instructionId } = await params
  if (!isId(instructionId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readInstruction(viewer, instructionId))
  const { instruction, light, kase, answers } = found
  const t = await getTranslations('coordination')
  return (
    <div className="stack">
      <PageHead
        title={t('instructionOf', { leader: instruction.leaderName })}
        crumbs={
          kase
            ? [
                { label: instruction.village?.name ?? '', href: `/cases/${kase.id}` },
                { label: t('instruction') },
              ]
            : [{ label: t('instruction') }]
        }
        aside={
          light.code === 'noDeadline' ? null : <CaseLight light={light} today={viewer.today} />
        }
      />
      <InstructionFacts instruction={instruction} />
      {answers ? (
        <Card narrow title={t('instructionAnswer')}>
          <ActionForm
            action={answerInstruction}
            submit={t('sendAnswer')}
            draft={`instruction-answer:${instruction.id}`}
          >
            <HiddenField name="instructionId" value={instruction.id} />
            <HiddenField name="version" value={instruction.version} />
            <TextAreaField name="answer" label={t('answer')} hint={t('answerHint')} rows={5} />
          </ActionForm>
        </Card>
      ) : null}
      {kase ? (
        <p className="screen-only">
          <TextLink href={`/cases/${kase.id}/coordination`}>{t('toCase')}</TextLink>
        </p>
      ) : null}
    </div>
  )
}
