import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { SignatureBlock } from '@/components/ui/signature-block'
import { Checklist } from '@/components/village/regulation-checklist'
import { EndedRegulations } from '@/components/village/regulations-ended'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readRegulations } from '@/lib/regulations/queries'

type Props = { params: Promise<{ villageId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('regulations'))('title') }
}

/** The checklist of a village's regulations: the gate of its case looks at nothing else. */
export default async function RegulationsPage({ params }: Props) {
  const { villageId } = await params
  if (!isId(villageId)) notFound()
  const t = await getTranslations('regulations')
  const villages = await getTranslations('villages')
  const { village, lines, ended, mayEdit } = await forPage(
    readRegulations(await requireViewer(), villageId),
  )
  const here = `/villages/${villageId}`
  const required = lines.filter((line) => line.required)
  const held = required.filter(({ present }) => present !== null).length
  return (
    <>
      <PageHead
        title={t('of', { village: village.name })}
        crumbs={[
          { label: villages('title'), href: '/villages' },
          { label: village.name, href: here },
          { label: t('title') },
        ]}
        lead={`${village.township.name} · ${t('count', { total: required.length, held })}`}
        actions={
          <>
            {mayEdit ? (
              <LinkButton tone="primary" href={`${here}/regulations/new`}>
                {t('adopt')}
              </LinkButton>
            ) : null}
            <PrintButton>{t('print')}</PrintButton>
          </>
        }
      />
      <Card flush>
        <Checklist lines={lines} repeal={mayEdit ? `${here}/regulations` : undefined} />
      </Card>
      {ended.length > 0 ? (
        <Card title={t('earlier')} flush>
          <EndedRegulations rows={ended} />
        </Card>
      ) : null}
      <p className="screen-only text-md">
        <TextLink href="/documents">{villages('documents')}</TextLink>
      </p>
      <SignatureBlock items={[t('sign')]} />
    </>
  )
}
