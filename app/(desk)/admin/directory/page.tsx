import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/choice-fields'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { divisionColumns } from '@/lib/directory/divisions'
import { readDirectory } from '@/lib/directory/queries'
import { AdminTabs } from '../admin-tabs'
import { importDivisions } from './actions'
import { DivisionFileField } from './division-file-field'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('title') }
}

/** The blanks of sentences that the browser fills in while it reads the file. */
const blankNames = 'added renamed unchanged refused skipped name count line reason'.split(' ')
const blanks = Object.fromEntries(blankNames.map((name) => [name, `{${name}}`])) as never

export default async function DirectoryPage() {
  const t = await getTranslations('directory')
  const admin = await getTranslations('admin')
  const viewer = await requireViewer()
  const { townships, names } = await forPage(readDirectory(viewer))
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: admin('title'), href: '/admin' }, { label: t('title') }]}
        lead={t('lead')}
      />
      <AdminTabs viewer={viewer} current="directory" />
      <Card title={t('import')}>
        <ActionForm action={importDivisions} submit={t('submit')} cancel="/admin">
          <DivisionFileField
            county={viewer.countyId}
            known={names}
            label={t('file')}
            hint={t('fileHint', { columns: divisionColumns.join(', ') })}
            words={{
              preview: t('preview'),
              previewWords: t('previewWords', blanks),
              line: t('line'),
              lineWords: t('lineWords', blanks),
              what: t('what'),
              code: t('codeHead'),
              name: t('nameHead'),
              township: t('townshipHead'),
              added: t('state.added'),
              renamed: t('state.renamed'),
              unchanged: t('state.unchanged'),
              before: t('before', blanks),
              refusals: t('refusals'),
              warnings: t('warnings'),
              rest: t('rest', blanks),
              nothing: t('nothing'),
            }}
          />
          <CheckboxField name="goodRowsOnly" label={t('goodRowsOnly')} />
        </ActionForm>
      </Card>
      <Card
        title={t('townships')}
        aside={t('total', { townships: townships.length, villages: Object.keys(names).length })}
        foot={
          townships.length > 0 && can(viewer, 'organisation.manage') ? (
            <TextLink href="/admin/organisations/import">{t('next')} ›</TextLink>
          ) : null
        }
        flush
      >
        <Table
          caption={t('townships')}
          rows={townships}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('none')} />}
          columns={[
            {
              head: t('township'),
              main: true,
              cell: (row) => <TextLink href={`/villages?township=${row.id}`}>{row.name}</TextLink>,
            },
            { head: t('committee'), cell: (row) => row.committee },
            { head: t('villages'), align: 'end', cell: (row) => row.villages },
            { head: t('communities'), align: 'end', cell: (row) => row.communities },
          ]}
        />
      </Card>
    </>
  )
}
