import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DocumentFacts } from '@/components/document/document-facts'
import { ReadByCard } from '@/components/document/read-by-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readDocument } from '@/lib/documents/queries'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { acknowledge } from '../actions'

type Props = { params: Promise<{ documentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') }
}

/** One document: what it says, its versions, who must read it. */
export default async function DocumentPage({ params }: Props) {
  const { documentId } = await params
  if (!isId(documentId)) notFound()
  const t = await getTranslations('documents')
  const terms = await getTranslations('terms')
  const locale = await getLocale()
  const document = await forPage(readDocument(await requireViewer(), documentId))
  const { supersededBy, repealedOn, standing, mayPublish } = document
  const here = `/documents/${documentId}`
  return (
    <>
      <PageHead
        title={document.title}
        crumbs={[{ label: t('title'), href: '/documents' }, { label: document.title }]}
        aside={document.demo ? <Badge>{terms('demo')}</Badge> : null}
        lead={[document.issuer, document.documentNo].filter(Boolean).join(' · ')}
        actions={
          <>
            {mayPublish && standing === 'inForce' ? (
              <>
                <LinkButton href={`${here}/revise`}>{t('revise')}</LinkButton>
                <LinkButton href={`${here}/repeal`} tone="quiet">
                  {t('repeal')}
                </LinkButton>
              </>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      {supersededBy ? (
        <Notice
          tone="warn"
          action={<TextLink href={`/documents/${supersededBy.id}`}>{t('newerLink')}</TextLink>}
        >
          {t('newer', { edition: supersededBy.edition })}
        </Notice>
      ) : null}
      {repealedOn ? (
        <Notice tone="warn">
          {t('repealedNotice', {
            on: formatDay(repealedOn, locale),
            reason: document.repealReason,
          })}
        </Notice>
      ) : null}
      <div className="two-col">
        <Card title={t('text')}>
          {document.text ? (
            <p className="measure whitespace-pre-wrap">{document.text}</p>
          ) : (
            <p className="muted">{t('noText')}</p>
          )}
        </Card>
        <div className="stack">
          {document.asksMe ? (
            <Card>
              <ActionForm action={acknowledge} submit={t('acknowledge')}>
                <HiddenField name="documentId" value={documentId} />
                <p className="text-md">{t('ask')}</p>
              </ActionForm>
            </Card>
          ) : null}
          <Card title={t('facts')}>
            <DocumentFacts document={document} />
          </Card>
          {mayPublish ? <ReadByCard readBy={document.readBy} /> : null}
        </div>
      </div>
    </>
  )
}
