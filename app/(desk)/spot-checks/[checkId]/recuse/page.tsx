import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readSpotCheck } from '@/lib/spot-checks/queries'
import { recuse } from '../../actions'

type Props = { params: Promise<{ checkId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('spotChecks'))('recuse.title') }
}

/** An inspector steps back from a check, with the reason. */
export default async function RecusePage({ params }: Props) {
  const { checkId } = await params
  if (!isId(checkId)) notFound()
  const { check, maySubmit } = await forPage(readSpotCheck(await requireViewer(), checkId))
  if (!maySubmit) notFound()
  const t = await getTranslations('spotChecks')
  const here = `/spot-checks/${check.id}`
  return (
    <>
      <PageHead
        title={t('recuse.title')}
        crumbs={[
          { label: t('title'), href: '/spot-checks' },
          { label: check.village.name, href: here },
          { label: t('recuse.title') },
        ]}
      />
      <Card narrow>
        <p className="muted measure pb-4 text-md">{t('recuse.lead')}</p>
        <ActionForm
          action={recuse}
          submit={t('recuse.submit')}
          cancel={here}
          draft={`recuse:${check.id}`}
        >
          <HiddenField name="spotCheckId" value={check.id} />
          <HiddenField name="version" value={check.version} />
          <TextAreaField name="reason" label={t('recuse.reason')} rows={3} max={2000} />
        </ActionForm>
      </Card>
    </>
  )
}
