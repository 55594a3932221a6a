import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxesField } from '@/components/form/choice-fields'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readReassigning } from '@/lib/spot-checks/queries'
import { reassign } from '../../actions'

type Props = { params: Promise<{ checkId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spotChecks'))('reassign.title') }
}

/** The county office gives a check to others; who has a conflict is shown with it, not offered. */
export default async function ReassignPage({ params }: Props) {
  const { checkId } = await params
  if (!isId(checkId)) notFound()
  const found = await forPage(readReassigning(await requireViewer(), checkId))
  const { check, open, choices } = found
  const t = await getTranslations('spotChecks')
  const here = `/spot-checks/${check.id}`
  const free = choices.filter(({ conflicts, released }) => conflicts.length === 0 && !released)
  const barred = choices.filter((one) => !free.includes(one))
  return (
    <>
      <PageHead
        title={t('reassign.title')}
        crumbs={[
          { label: t('title'), href: '/spot-checks' },
          { label: check.village.name, href: here },
          { label: t('reassign.title') },
        ]}
      />
      {open ? (
        <Card narrow>
          <p className="muted measure pb-4 text-md">{t('reassign.lead')}</p>
          {free.length === 0 ? <p className="pb-4">{t('reassign.nobody')}</p> : null}
          <ActionForm
            action={reassign}
            submit={t('reassign.submit')}
            cancel={here}
            draft={`reassign:${check.id}`}
          >
            <HiddenField name="spotCheckId" value={check.id} />
            <HiddenField name="version" value={check.version} />
            <CheckboxesField
              name="inspectorIds[]"
              label={t('reassign.inspectors')}
              options={free.map(({ id, name, organisationName, current }) => ({
                value: id,
                label: `${name} ${organisationName}`,
                ...(current && { hint: t('reassign.current') }),
              }))}
              defaultValue={free.filter(({ current }) => current).map(({ id }) => id)}
            />
            {barred.length > 0 ? (
              <ul className="grid gap-1 text-md text-ink-2">
                {barred.map(({ id, name, conflicts, released }) => (
                  <li key={id}>
                    {name}：
                    {[
                      ...conflicts.map((code) => t(`reassign.conflict.${code}`)),
                      ...(released ? [t('reassign.released')] : []),
                    ].join('；')}
                  </li>
                ))}
              </ul>
            ) : null}
            <TextAreaField name="reason" label={t('reassign.reason')} rows={3} max={2000} />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn">{t('reassign.closed')}</Notice>
      )}
    </>
  )
}
