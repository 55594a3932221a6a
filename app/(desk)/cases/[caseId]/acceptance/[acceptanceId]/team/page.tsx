import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { RowsField } from '@/components/form/rows-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { readTeam } from '@/lib/acceptance/queries'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { formTeam } from './actions'

type Props = { params: Promise<{ caseId: string; acceptanceId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('acceptance'))('teamTitle') }
}

/** 组成验收组: who sits on a round's team; the county's is free of everyone concerned. */
export default async function TeamPage({ params }: Props) {
  const { caseId, acceptanceId } = await params
  if (!isId(acceptanceId)) notFound()
  const t = await getTranslations('acceptance')
  const terms = await getTranslations('terms')
  const errors = await getTranslations('errors')
  const viewer = await requireViewer()
  const { round, blocked, least, organisations, accounts } = await forPage(
    readTeam(viewer, caseId, acceptanceId),
  )
  const back = `/cases/${caseId}/acceptance`
  if (blocked) {
    return (
      <Notice
        tone="warn"
        title={t('teamTitle')}
        action={<TextLink href={back}>{t('back')}</TextLink>}
      >
        {errors(blocked)}
      </Notice>
    )
  }
  return (
    <Card title={t('teamTitle')}>
      <div className="grid gap-4">
        <p className="measure muted text-md">
          {t('teamLead', { least })}{' '}
          {t(round.level === 'COUNTY' ? 'teamConflict' : 'teamApplicant')}
        </p>
        <ActionForm
          action={formTeam}
          submit={t('saveTeam')}
          draft={`team:${round.id}`}
          cancel={back}
        >
          <HiddenField name="caseId" value={caseId} />
          <HiddenField name="acceptanceId" value={round.id} />
          <HiddenField name="acceptanceVersion" value={round.version} />
          <RowsField
            name="members"
            of="person"
            label={t('members')}
            add={t('addMember')}
            min={least}
            max={20}
            rows={round.members.map((member) => ({
              name: member.name,
              post: member.post,
              organisationId: member.organisationId ?? '',
              userId: member.userId ?? '',
              leads: member.leads ? 'on' : '',
            }))}
            columns={[
              { name: 'name', label: t('name'), kind: 'text', max: 50, span: 3 },
              { name: 'post', label: t('post'), kind: 'text', max: 100, span: 3, optional: true },
              {
                name: 'organisationId',
                label: t('organisation'),
                kind: 'select',
                span: 6,
                optional: true,
                options: organisations.map(({ id, name, kind }) => ({
                  value: id,
                  label: name,
                  group: terms(`organisationKind.${kind}`),
                })),
              },
              {
                name: 'userId',
                label: t('account'),
                hint: t('accountHint'),
                kind: 'select',
                span: 6,
                optional: true,
                options: accounts.map(({ id, name, post }) => ({
                  value: id,
                  label: post ? `${name} ${post}` : name,
                })),
              },
              { name: 'leads', label: t('leads'), kind: 'checkbox', span: 6 },
            ]}
          />
        </ActionForm>
      </div>
    </Card>
  )
}
