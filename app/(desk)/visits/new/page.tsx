import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ChosenFiles } from '@/components/attachment/chosen-files'
import { uploadWords } from '@/components/attachment/upload-words'
import { ActionForm } from '@/components/form/action-form'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Fold } from '@/components/ui/fold'
import { PageHead } from '@/components/ui/page-head'
import { VillageChoice, VillageField } from '@/components/visit/village-choice'
import { VisitFields } from '@/components/visit/visit-fields'
import { VisitKey } from '@/components/visit/visit-key'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { newId } from '@/lib/ids'
import { readVisitForm } from '@/lib/visits/form-queries'
import { villageOptions } from '@/lib/visits/options'
import { log } from '../actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const query = z.object({ case: z.uuid().optional().catch(undefined) })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('visits'))('log') }
}

/** 记一次走访: made for a phone held in one hand. */
export default async function NewVisitPage({ searchParams }: Props) {
  const { case: asked } = query.parse(await searchParams)
  const viewer = await requireViewer()
  const { cases, colleagues } = await forPage(readVisitForm(viewer, asked))
  const t = await getTranslations('visits')
  const words = uploadWords(await getTranslations('attachments'))
  const villages = villageOptions(cases)
  const [only] = villages.length === 1 ? villages : []
  const preset = villages.find(({ id }) => id === asked) ?? only
  return (
    <>
      <PageHead
        title={t('log')}
        crumbs={[{ label: t('title'), href: '/visits' }, { label: t('log') }]}
      />
      <Card narrow>
        {villages.length === 0 ? (
          <EmptyState title={t('form.noVillage')}>{t('form.noVillageText')}</EmptyState>
        ) : (
          <ActionForm action={log} submit={t('form.save')} size="lg" draft="visit:new">
            <VisitKey id={newId()} />
            <VillageChoice preset={preset?.id ?? ''}>
              <VillageField
                label={t('form.village')}
                blank={t('form.choose')}
                villages={villages}
              />
              <VisitFields today={viewer.today} villages={villages} colleagues={colleagues} />
            </VillageChoice>
            <Fold label={words.fold}>
              <ChosenFiles kind="VISIT" words={words} />
            </Fold>
          </ActionForm>
        )}
      </Card>
      <p className="muted max-w-3xl text-md">{t('form.lead')}</p>
    </>
  )
}
