import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Facts } from '@/components/ui/facts'
import { Field, wire } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { readAccess } from '@/lib/access/explain-queries'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { formatDay } from '@/lib/i18n/format'

type Props = {
  params: Promise<{ caseId: string }>
  searchParams: Promise<{ person?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.access'))('title') }
}

export default async function AccessPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const { person: asked } = await searchParams
  const viewer = await requireViewer()
  const personId = typeof asked === 'string' ? asked : undefined
  const { people, person } = await forPage(readAccess(viewer, caseId, personId))
  const t = await getTranslations('cases.access')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  return (
    <div className="stack">
      <Card title={t('title')}>
        <p className="mb-4 text-md text-ink-2">{t('lead')}</p>
        <form method="get" className="flex flex-wrap items-end gap-3">
          <div className="w-96 max-w-full">
            <Field id="person" label={t('person')}>
              <Select
                {...wire('person')}
                name="person"
                blank={t('choosePerson')}
                defaultValue={person ? personId : ''}
                options={people.map(({ id, name, organisation }) => ({
                  value: id,
                  label: organisation ? `${name} · ${organisation}` : name,
                }))}
              />
            </Field>
          </div>
          <Button type="submit">{t('check')}</Button>
        </form>
      </Card>
      {person ? (
        <>
          <Notice
            tone={person.sees ? 'good' : 'warn'}
            title={t(person.sees ? 'can' : 'cannot', { name: person.name })}
          >
            {person.suspended ? t('suspended') : person.sees ? t('canText') : null}
          </Notice>
          <Card flush title={t('appointment')}>
            <Table
              caption={t('appointment')}
              rows={person.appointments}
              rowKey={(row) => `${row.role}:${row.organisationId}:${row.fromOn}`}
              empty={<EmptyState title={t('noAppointment')} />}
              columns={[
                {
                  head: t('appointment'),
                  main: true,
                  cell: ({ role, organisationName }) =>
                    `${terms(`role.${role}`)} · ${organisationName}`,
                },
                {
                  head: t('period'),
                  nowrap: true,
                  cell: ({ fromOn, toOn }) =>
                    toOn
                      ? t('fromTo', {
                          from: formatDay(fromOn, locale),
                          to: formatDay(toOn, locale),
                        })
                      : t('from', { from: formatDay(fromOn, locale) }),
                },
                {
                  head: t('verdict'),
                  cell: ({ sees, reason }) => (
                    <>
                      <Mark yes={sees} words={t(sees ? 'yes' : 'no')} /> {t(`reason.${reason}`)}
                    </>
                  ),
                },
              ]}
            />
          </Card>
          <Card title={t('reads')} foot={t('internalNote')}>
            <Facts
              items={(['sees', 'timeline', 'documents'] as const).map((name) => ({
                label: t(`permission.${name}`),
                value: <Mark yes={person[name]} words={t(person[name] ? 'yes' : 'no')} />,
              }))}
            />
          </Card>
        </>
      ) : null}
    </div>
  )
}

function Mark({ yes, words }: { yes: boolean; words: string }) {
  return (
    <span className={`font-semibold ${yes ? 'text-green' : 'text-red'}`}>
      <span aria-hidden="true">{yes ? '✓ ' : '✕ '}</span>
      {words}
    </span>
  )
}
