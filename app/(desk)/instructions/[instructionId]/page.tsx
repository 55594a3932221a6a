import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { InstructionFacts } from '@/components/coordination/instruction-facts'
import { InstructionState } from '@/components/coordination/instruction-state'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { LinkButton } from '@/components/ui/button'
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
  const { instruction, light, kase, answers, returns } = found
  const t = await getTranslations('coordination')
  return (
    <div className="stack">
      <PageHead
        title={t('instructionOf', { leader: instruction.leaderName })}
        crumbs={[{ label: t('instructions'), href: '/instructions' }, { label: t('instruction') }]}
        aside={
          <span className="flex flex-wrap items-center gap-3">
            <InstructionState {...instruction} />
            {light.colour === 'grey' ? null : <CaseLight light={light} today={viewer.today} />}
          </span>
        }
        actions={
          returns ? (
            <LinkButton href={`/instructions/${instruction.id}/return`}>
              {t('returnAnswer')}
            </LinkButton>
          ) : undefined
        }
      />
      <InstructionFacts instruction={instruction} />
      {answers ? (
        <Card narrow title={t('instructionAnswer')}>
          <ActionForm
            action={answerInstruction}
            submit={t('sendAnswer')}
            draft={`instruction-answer:${instruction.id}:${instruction.returns}`}
          >
            <HiddenField name="instructionId" value={instruction.id} />
            <HiddenField name="version" value={instruction.version} />
            <TextAreaField
              name="answer"
              label={t('answer')}
              hint={t('answerHint')}
              rows={5}
              defaultValue={instruction.answer}
            />
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
