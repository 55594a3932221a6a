import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { VillageChoice } from '@/components/visit/village-choice'
import { VisitFields } from '@/components/visit/visit-fields'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { readVisitForm } from '@/lib/visits/form-queries'
import { villageOptions } from '@/lib/visits/options'
import { readVisit } from '@/lib/visits/queries'
import { edit } from '../../actions'

type Props = { params: Promise<{ visitId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('page.edit') }
}

/** The author corrects a visit; what it said before stays on the timeline. */
export default async function EditVisitPage({ params }: Props) {
  const { visitId } = await params
  if (!isId(visitId)) notFound()
  const viewer = await requireViewer()
  const { visit, content, mayChange, frozen } = await forPage(readVisit(viewer, visitId))
  const t = await getTranslations('visits')
  const back = `/visits/${visitId}`
  const head = (
    <PageHead
      title={t('page.title', { village: visit.village?.name ?? '' })}
      crumbs={[{ label: t('title'), href: '/visits' }, { label: t('page.edit') }]}
    />
  )
  if (!mayChange) {
    return (
      <>
        {head}
        <Notice tone="warn" action={<TextLink href={back}>{t('page.back')}</TextLink>}>
          {frozen ? t(`page.frozen.${frozen}`) : t('page.othersOnly')}
        </Notice>
      </>
    )
  }
  const { cases, colleagues } = await forPage(readVisitForm(viewer, visit.caseId))
  const villages = villageOptions(cases.filter(({ id }) => id === visit.caseId))
  return (
    <>
      {head}
      <Card narrow>
        <ActionForm
          action={edit}
          submit={t('form.save')}
          size="lg"
          draft={`visit:${visitId}:${visit.version}`}
          cancel={back}
        >
          <HiddenField name="visitId" value={visitId} />
          <HiddenField name="version" value={visit.version} />
          <VillageChoice preset={visit.caseId}>
            <VisitFields
              today={viewer.today}
              villages={villages}
              colleagues={colleagues}
              content={content}
            />
          </VillageChoice>
        </ActionForm>
      </Card>
    </>
  )
}
