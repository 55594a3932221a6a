import { useTranslations } from 'next-intl'
import { CheckboxField } from '@/components/form/choice-fields'
import { TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'

type InternalFieldsProps = {
  /** Field name of the part; `internal` unless it lies deeper, such as `decisions.JOINT_REVIEW.internal`. */
  name?: string
  /** A township's note is readable by the township anyway: its form leaves the question out. */
  asksTownship?: boolean
}

/**
 * The 内部 part of a form, folded away: result and paper file number only. Parsed by
 * `internalInput`; left blank it is absent.
 */
export function InternalFields({ name = 'internal', asksTownship = true }: InternalFieldsProps) {
  const t = useTranslations('attachments.internal')
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="text-md text-ink-2">
        {t('open')}
        <span aria-hidden="true" className="ms-1 text-xs">
          ▾
        </span>
      </summary>
      <div className="grid gap-4 pt-3 pb-1">
        <p className="text-sm text-ink-2">{t('rule')}</p>
        <TextAreaField name={`${name}.text`} label={t('text')} optional rows={2} max={2000} />
        <TextField name={`${name}.paperFileNo`} label={t('paperFile')} optional maxLength={100} />
        {asksTownship ? (
          <CheckboxField name={`${name}.forTownship`} label={t('forTownship')} />
        ) : null}
      </div>
    </details>
  )
}
