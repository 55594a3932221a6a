import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { requireViewer } from '@/lib/access/viewer'
import { openApiDocument } from '@/lib/api/openapi'
import { readable } from '@/lib/api/readable'
import { env } from '@/lib/env'
import { FieldTable } from './field-table'
import { summaryWords } from './summary-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apiDocs'))('title') }
}

/** The API as people read it, made from the document that `/api/v1/openapi.json` serves. */
export default async function ApiDocsPage() {
  await requireViewer()
  const t = await getTranslations('apiDocs')
  const account = await getTranslations('accounts.account')
  const groups = readable(openApiDocument().paths)
  const summary = await summaryWords()
  const base = `${new URL(env().APP_URL).origin}/api/v1`
  const rules = ['auth', 'scope', 'language', 'paging', 'etag', 'writes', 'errors'] as const
  return (
    <>
      <PageHead
        title={t('title')}
        crumbs={[{ label: account('title'), href: '/account' }, { label: t('title') }]}
        lead={t('lead')}
      />
      <div className="stack">
        <Card title={t('rules')}>
          <ul className="grid list-disc gap-2 pl-5">
            {rules.map((rule) => (
              <li key={rule}>{t(`rule.${rule}`)}</li>
            ))}
            <li>
              {t('machine')}{' '}
              <a className="text-blue underline underline-offset-4" href="/api/v1/openapi.json">
                /api/v1/openapi.json
              </a>
            </li>
          </ul>
          <pre className="mt-4 whitespace-pre-wrap break-all rounded bg-sunk p-3 text-sm">
            {`curl -H "Authorization: Bearer ovop_…" "${base}/cases?limit=20"`}
          </pre>
        </Card>
        <nav aria-label={t('contents')}>
          <ul className="flex flex-wrap gap-x-4 gap-y-2">
            {groups.map(({ group, operations }) => (
              <li key={group}>
                <TextLink href={`#${group}`}>
                  {t(`group.${group}` as never)} ({operations.length})
                </TextLink>
              </li>
            ))}
          </ul>
        </nav>
        {groups.map(({ group, operations }) => (
          <Card key={group} id={group} title={t(`group.${group}` as never)}>
            <div className="grid gap-3">
              {operations.map((operation) => (
                <div key={operation.id} className="border-t border-line pt-3 first:border-0">
                  <Fold
                    label={
                      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                        <code className="break-all">
                          {operation.method} {operation.path}
                        </code>
                        <span className="text-ink-2">{summary(operation)}</span>
                      </span>
                    }
                  >
                    <FieldTable title={t('parameters')} fields={operation.parameters} />
                    <FieldTable title={t('body')} fields={operation.body} />
                    <FieldTable
                      title={`${t('answer')} (${operation.status})`}
                      fields={operation.answer}
                      told
                    />
                  </Fold>
                </div>
              ))}
            </div>
          </Card>
        ))}
      </div>
    </>
  )
}
