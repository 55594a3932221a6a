import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import type { Slot } from '@/lib/assignments/rules'
import { setDuties } from './actions'

type DutiesFormProps = { caseId: string; slot: Slot; text: string }

/** The duties of a slot on this case; blank they are the common ones. */
export async function DutiesForm({ caseId, slot, text }: DutiesFormProps) {
  const t = await getTranslations('assignments')
  const title = t('dutiesTitle', { slot: (await getTranslations('terms'))(`slot.${slot}`) })
  return (
    <Card title={title} narrow>
      <ActionForm
        action={setDuties}
        submit={t('saveDuties')}
        draft={`duties:${caseId}:${slot}`}
        label={title}
      >
        <HiddenField name="caseId" value={caseId} />
        <HiddenField name="slot" value={slot} />
        <TextAreaField
          name="text"
          label={t('duties')}
          hint={t('dutiesHint', { common: t(`duty.${slot}`) })}
          defaultValue={text}
          rows={4}
          max={10_000}
          optional
        />
      </ActionForm>
    </Card>
  )
}
