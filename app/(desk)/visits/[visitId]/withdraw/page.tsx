import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readVisit } from '@/lib/visits/queries'
import { withdraw } from '../../actions'

type Props = { params: Promise<{ visitId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('page.withdraw') }
}

/** The author takes a visit back, with a reason. */
export default async function WithdrawVisitPage({ params }: Props) {
  const { visitId } = await params
  if (!isId(visitId)) notFound()
  const { visit, mayChange, frozen } = await forPage(readVisit(await requireViewer(), visitId))
  const t = await getTranslations('visits')
  const back = `/visits/${visitId}`
  return (
    <>
      <PageHead
        title={t('page.title', { village: visit.village?.name ?? '' })}
        crumbs={[{ label: t('title'), href: '/visits' }, { label: t('page.withdraw') }]}
      />
      {mayChange ? (
        <Card narrow title={t('page.withdraw')}>
          <p className="muted pb-4 text-md">{t('page.withdrawLead')}</p>
          <ActionForm
            action={withdraw}
            submit={t('page.withdraw')}
            tone="danger"
            draft={`visit-withdraw:${visitId}`}
            cancel={back}
          >
            <HiddenField name="visitId" value={visitId} />
            <HiddenField name="version" value={visit.version} />
            <TextAreaField name="reason" label={t('page.reason')} rows={3} max={2000} />
          </ActionForm>
        </Card>
      ) : (
        <Notice tone="warn" action={<TextLink href={back}>{t('page.back')}</TextLink>}>
          {frozen ? t(`page.frozen.${frozen}`) : t('page.othersOnly')}
        </Notice>
      )}
    </>
  )
}
