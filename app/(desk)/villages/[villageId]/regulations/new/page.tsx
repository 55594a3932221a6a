import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxesField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { HiddenField, SelectField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'
import { readRegulationForm, readRegulations } from '@/lib/regulations/queries'
import { adopt } from '../actions'

type Props = { params: Promise<{ villageId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('regulations'))('adopt') }
}

/** Several regulations at once: a village usually adopts them at one meeting. */
export default async function AdoptPage({ params }: Props) {
  const { villageId } = await params
  if (!isId(villageId)) notFound()
  const t = await getTranslations('regulations')
  const terms = await getTranslations('terms.regulation')
  const villages = await getTranslations('villages')
  const locale = await getLocale()
  const viewer = await requireViewer()
  const { village, lines, mayEdit } = await forPage(readRegulations(viewer, villageId))
  if (!mayEdit) forbidden()
  const documents = await forPage(readRegulationForm(viewer))
  const here = `/villages/${villageId}`
  return (
    <>
      <PageHead
        title={t('adopt')}
        crumbs={[
          { label: villages('title'), href: '/villages' },
          { label: village.name, href: here },
          { label: t('title'), href: `${here}/regulations` },
          { label: t('adopt') },
        ]}
        lead={village.name}
      />
      <Card narrow>
        <ActionForm
          action={adopt}
          submit={t('form.submit')}
          draft={`regulations:${villageId}`}
          cancel={`${here}/regulations`}
        >
          <HiddenField name="villageId" value={villageId} />
          <CheckboxesField
            name="codes[]"
            label={t('form.codes')}
            hint={t('form.codesHint')}
            options={lines.map(({ code, present }) => ({
              value: code,
              label: terms(code),
              hint: present
                ? t('form.now', { on: formatDay(present.adoptedOn, locale) })
                : undefined,
            }))}
          />
          <DateField
            name="adoptedOn"
            label={t('form.adoptedOn')}
            defaultValue={viewer.today}
            max={viewer.today}
          />
          <TextAreaField
            name="document"
            label={t('form.document')}
            hint={t('form.documentHint')}
            rows={2}
            max={500}
            optional
          />
          {documents.length > 0 ? (
            <SelectField
              name="documentId"
              label={t('form.documentId')}
              blank={t('form.noDocument')}
              options={documents.map(({ id, title, documentNo }) => ({
                value: id,
                label: [title, documentNo].filter(Boolean).join(' '),
              }))}
              optional
            />
          ) : null}
        </ActionForm>
      </Card>
    </>
  )
}
