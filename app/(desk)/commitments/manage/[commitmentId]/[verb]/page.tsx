import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CommitmentFacts } from '@/components/commitment/commitment-facts'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readCommitment } from '@/lib/commitments/queries'
import { commitmentVerbs, mayFor, subjectOfCommitment } from '@/lib/commitments/rules'
import { isId } from '@/lib/ids'
import { accept, edit, evaluate, publish, report, sendBack, withdraw } from '../../actions'
import { VerbFields } from './verb-fields'

const actions = { edit, accept, return: sendBack, publish, withdraw, report, evaluate } as const

type Props = { params: Promise<{ commitmentId: string; verb: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const given = (await params).verb
  const verb = commitmentVerbs.find((one) => one === given)
  const t = await getTranslations('commitments')
  return { title: verb ? t(`verb.${verb}`) : t('one') }
}

/** One step of a commitment, below everything written on it so far. */
export default async function CommitmentVerbPage({ params }: Props) {
  const { commitmentId, verb: given } = await params
  const verb = commitmentVerbs.find((one) => one === given)
  if (!isId(commitmentId) || !verb) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readCommitment(viewer, commitmentId))
  const { commitment, verbs, ownWork } = found
  if (!can(viewer, mayFor(verb, commitment.level), subjectOfCommitment(commitment))) forbidden()
  const t = await getTranslations('commitments')
  const locale = await getLocale()
  const back = `/commitments/manage/${commitment.id}`
  const title = t(`verb.${verb}`)
  return (
    <div className="stack">
      <PageHead
        title={title}
        crumbs={[
          { label: t('title'), href: '/commitments/manage' },
          { label: commitment.village.name, href: back },
          { label: title },
        ]}
      />
      {verb === 'edit' ? null : <CommitmentFacts {...found} locale={locale} />}
      {verbs.includes(verb) ? (
        <Card narrow>
          <ActionForm
            action={actions[verb]}
            submit={verb === 'edit' ? t('submitDraft') : title}
            tone={verb === 'withdraw' ? 'danger' : undefined}
            draft={verb === 'publish' ? undefined : `commitment-${verb}:${commitment.id}`}
            cancel={back}
          >
            <HiddenField name="commitmentId" value={commitment.id} />
            <HiddenField name="version" value={commitment.version} />
            <VerbFields verb={verb} {...found} today={viewer.today} />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
          {t(ownWork ? 'ownWork' : 'elsewhere')}
        </Notice>
      )}
    </div>
  )
}
