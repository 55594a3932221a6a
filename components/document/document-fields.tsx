import { useTranslations } from 'next-intl'
import { CheckboxesField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { FileField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Fold } from '@/components/ui/fold'
import { chooseable } from '@/lib/attachments/types'
import { readerRoles } from '@/lib/documents/schema'
import { moves } from '@/lib/plans/moves'
import { regulationCodes } from '@/lib/regulations/codes'

type Values = {
  title: string
  documentNo: string
  issuer: string
  text: string
  moves: string[]
  regulationCodes: string[]
  readerRoles: string[]
  readerOrganisationIds: string[]
}

type DocumentFieldsProps = {
  today: string
  organisations: { id: string; name: string }[]
  /** The version before, to start from. */
  before?: Values
}

/** What a document is made of; only title, issuer and a text or file are required. */
export function DocumentFields({ today, organisations, before }: DocumentFieldsProps) {
  const t = useTranslations('documents')
  const terms = useTranslations('terms')
  return (
    <>
      <TextField
        name="title"
        label={t('form.title')}
        defaultValue={before?.title}
        maxLength={200}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="issuer" label={t('form.issuer')} defaultValue={before?.issuer} />
        <TextField
          name="documentNo"
          label={t('form.documentNo')}
          defaultValue={before?.documentNo}
          optional
        />
      </div>
      <DateField name="issuedOn" label={t('form.issuedOn')} max={today} optional />
      <TextAreaField
        name="text"
        label={t('form.text')}
        hint={t('form.textHint')}
        defaultValue={before?.text}
        rows={10}
        max={50_000}
        optional
      />
      <FileField
        name="file"
        label={t('form.file')}
        hint={before ? `${t('form.fileHint')}${t('form.fileAgain')}` : t('form.fileHint')}
        accept={chooseable}
        optional
      />
      <CheckboxesField
        name="readerRoles[]"
        label={t('form.roles')}
        hint={t('form.organisationsHint')}
        options={readerRoles.map((value) => ({ value, label: terms(`role.${value}`) }))}
        defaultValue={before?.readerRoles}
        optional
      />
      <Fold label={t('form.organisations')}>
        <CheckboxesField
          name="readerOrganisationIds[]"
          label={t('form.organisations')}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={before?.readerOrganisationIds}
          optional
        />
      </Fold>
      <CheckboxesField
        name="moves[]"
        label={t('form.moves')}
        hint={t('form.movesHint')}
        options={moves.map((value) => ({ value, label: terms(`move.${value}`) }))}
        defaultValue={before?.moves}
        optional
      />
      <CheckboxesField
        name="regulationCodes[]"
        label={t('form.regulations')}
        options={regulationCodes.map((value) => ({ value, label: terms(`regulation.${value}`) }))}
        defaultValue={before?.regulationCodes}
        optional
      />
    </>
  )
}
