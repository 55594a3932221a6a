import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Thumbnail } from '@/components/attachment/thumbnail'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { subjectHref } from '@/lib/attachments/hrefs'
import { readSharedPhotos } from '@/lib/attachments/twins-queries'
import { formatInstant } from '@/lib/i18n/format'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('attachments.twins'))('title') }
}

/** 多处使用的照片: a question for the county office, with whom to ask; nobody else sees it. */
export default async function SharedPhotosPage() {
  const photos = await forPage(readSharedPhotos(await requireViewer()))
  const t = await getTranslations('attachments')
  const nav = await getTranslations('home.nav')
  const terms = await getTranslations('terms.subject')
  const locale = await getLocale()
  return (
    <>
      <PageHead
        title={t('twins.title')}
        crumbs={[{ label: nav('cases'), href: '/cases' }, { label: t('twins.title') }]}
        lead={t('twins.lead')}
      />
      <Card flush={photos.length > 0}>
        <Table
          caption={t('twins.title')}
          rows={photos}
          rowKey={({ uses }) => uses[0]?.id ?? ''}
          empty={<EmptyState title={t('twins.none')} />}
          columns={[
            {
              head: t('twins.photo'),
              nowrap: true,
              cell: ({ pictured, uses }) => (
                <Thumbnail
                  file={{
                    id: pictured ?? '',
                    name: uses[0]?.villageName ?? '',
                    mediaType: 'image/jpeg',
                    pictured: pictured !== null,
                  }}
                />
              ),
            },
            {
              head: t('twins.uses'),
              main: true,
              cell: ({ uses }) => (
                <ul className="grid gap-1">
                  {uses.map((use) => (
                    <li key={use.id}>
                      <TextLink
                        className="underline"
                        href={subjectHref(use.subjectKind, use.caseId, use.subjectId)}
                      >
                        {use.villageName} · {terms(use.subjectKind)}
                      </TextLink>
                      <span className="ms-2 text-sm text-ink-2">
                        {t('byOn', {
                          name: use.uploadedByName,
                          at: formatInstant(use.createdAt, locale),
                        })}
                      </span>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Card>
    </>
  )
}
