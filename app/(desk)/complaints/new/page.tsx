import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { PageHead } from '@/components/ui/page-head'
import { requireViewer } from '@/lib/access/viewer'
import { pagePath } from '@/lib/complaints/schema'
import { fileComplaint } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('complaints'))('new') }
}

/** "This form asks too much", written on the page it is about. */
export default async function NewComplaintPage({ searchParams }: Props) {
  await requireViewer()
  const page = pagePath.catch('').parse((await searchParams).page ?? '')
  const t = await getTranslations('complaints')
  return (
    <>
      <PageHead
        title={t('new')}
        crumbs={[{ label: t('title'), href: '/complaints' }, { label: t('new') }]}
        lead={<span className="measure block">{t('newLead')}</span>}
      />
      <Card narrow>
        <ActionForm
          action={fileComplaint}
          submit={t('submit')}
          draft={`complaint:${page}`}
          cancel={page || '/'}
        >
          <TextAreaField name="text" label={t('text')} hint={t('textHint')} rows={5} />
          <TextField
            name="page"
            label={t('page')}
            hint={t('pageHint')}
            defaultValue={page}
            maxLength={500}
            optional
          />
        </ActionForm>
      </Card>
      <p>
        <TextLink href="/complaints">{t('mine')}</TextLink>
      </p>
    </>
  )
}
