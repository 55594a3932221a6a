import { useLocale, useTranslations } from 'next-intl'
import { CheckboxesField, CheckboxField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { SelectField, TextField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Fold } from '@/components/ui/fold'
import type { Day } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import { noticeLadder } from '@/lib/notices/rules'
import type { FindingGravity, FindingKind, FindingOrigin } from '@/prisma/generated/enums'

type DraftValues = {
  kind: string
  addresseeId: string
  copiedIds: string[]
  copyLeader: boolean
  title: string
  facts: string
  basis: string
  demand: string
  dueOn: Day
  contact: string
  findingIds: string[]
}

type DraftFieldsProps = {
  values: DraftValues
  today: Day
  organisations: readonly { id: string; name: string }[]
  leader: { name: string } | null
  findings: readonly {
    id: string
    kind: FindingKind
    gravity: FindingGravity
    origin: FindingOrigin
    text: string
    foundOn: Day
  }[]
}

/** What a notice is made of, in the order in which it is printed. */
export function DraftFields({ values, today, organisations, leader, findings }: DraftFieldsProps) {
  const t = useTranslations('notices.form')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const units = organisations.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t('kind')}
          defaultValue={values.kind}
          blank={false}
          options={noticeLadder.map((value) => ({ value, label: terms(`noticeKind.${value}`) }))}
        />
        <SelectField
          name="addresseeId"
          label={t('addressee')}
          hint={t('addresseeHint')}
          defaultValue={values.addresseeId}
          options={units}
        />
      </div>
      <TextField
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        defaultValue={values.title}
        maxLength={100}
      />
      {findings.length > 0 ? (
        <CheckboxesField
          name="findingIds[]"
          label={t('findings')}
          hint={t('findingsHint')}
          optional
          defaultValue={values.findingIds}
          options={findings.map((one) => ({
            value: one.id,
            label: `${terms(`findingKind.${one.kind}`)}（${terms(`findingGravity.${one.gravity}`)}）`,
            hint: `${terms(`findingOrigin.${one.origin}`)} ${formatDay(one.foundOn, locale)}：${one.text.slice(0, 60)}`,
          }))}
        />
      ) : null}
      <TextAreaField
        name="facts"
        label={t('facts')}
        hint={t('factsHint')}
        rows={5}
        defaultValue={values.facts}
      />
      <TextField
        name="basis"
        label={t('basis')}
        hint={t('basisHint')}
        defaultValue={values.basis}
        optional
      />
      <TextAreaField
        name="demand"
        label={t('demand')}
        hint={t('demandHint')}
        rows={4}
        defaultValue={values.demand}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="dueOn" label={t('dueOn')} min={today} defaultValue={values.dueOn} />
        <TextField
          name="contact"
          label={t('contact')}
          defaultValue={values.contact}
          maxLength={100}
          optional
        />
      </div>
      {leader ? (
        <CheckboxField
          name="copyLeader"
          label={t('copyLeader', { name: leader.name })}
          defaultChecked={values.copyLeader}
        />
      ) : null}
      <Fold label={t('copies')}>
        <CheckboxesField
          name="copiedIds[]"
          label={t('copies')}
          options={units}
          defaultValue={values.copiedIds}
          optional
        />
      </Fold>
    </>
  )
}
