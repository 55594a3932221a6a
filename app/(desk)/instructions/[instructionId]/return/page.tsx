import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { InstructionFacts } from '@/components/coordination/instruction-facts'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readInstruction } from '@/lib/instructions/queries'
import { returnInstruction } from './actions'

type Props = { params: Promise<{ instructionId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coordination'))('returnAnswer') }
}

/** An answer that does not settle what was instructed goes back, with why and until when. */
export default async function ReturnInstructionPage({ params }: Props) {
  const { instructionId } = await params
  if (!isId(instructionId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readInstruction(viewer, instructionId))
  const { instruction, mayReturn, returns } = found
  if (!mayReturn) forbidden()
  const t = await getTranslations('coordination')
  const back = `/instructions/${instruction.id}`
  return (
    <div className="stack">
      <PageHead
        title={t('returnAnswer')}
        lead={t('returnAnswerLead')}
        crumbs={[
          { label: t('instructions'), href: '/instructions' },
          { label: t('instructionOf', { leader: instruction.leaderName }), href: back },
          { label: t('returnAnswer') },
        ]}
      />
      <InstructionFacts instruction={instruction} />
      {returns ? (
        <Card narrow>
          <ActionForm
            action={returnInstruction}
            submit={t('returnAnswer')}
            draft={`instruction-return:${instruction.id}`}
            cancel={back}
          >
            <HiddenField name="instructionId" value={instruction.id} />
            <HiddenField name="version" value={instruction.version} />
            <TextAreaField name="reason" label={t('reason')} rows={3} max={2000} />
            <DateField
              name="dueOn"
              label={t('newDue')}
              hint={t('newDueHint')}
              min={viewer.today}
              optional
            />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {t('notReturnable')}
        </Notice>
      )}
    </div>
  )
}
