import { useTranslations } from 'next-intl'
import { CheckboxesField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import type { Day } from '@/lib/dates'
import { fieldsOf } from '@/lib/records/form-fields'
import type { RecordOffers } from '@/lib/records/form-queries'
import { isApplied } from '@/lib/records/kinds'
import { needsText, type RecordContent } from '@/lib/records/schema'
import type { RecordKind } from '@/prisma/generated/enums'
import { DetailField } from './detail-field'

type Numbered = { id: string; number: number; title: string }
type RecordFieldsProps = {
  kind: RecordKind
  today: Day
  problems: readonly Numbered[]
  measures: readonly Numbered[]
  offers?: RecordOffers
  /** What was written before, when a record is corrected. */
  content?: RecordContent
  /** What is known already and need not be typed. */
  prefill?: Record<string, unknown>
}

/** The form of a kind: its few fields in sight, the rarer ones and the links folded away. */
export function RecordFields(props: RecordFieldsProps) {
  const { kind, today, problems, measures, offers, content, prefill } = props
  const t = useTranslations('records')
  const fixed = content !== undefined && isApplied(kind)
  const fields = fixed ? [] : fieldsOf[kind]
  const detail = content?.detail ?? prefill
  const drawn = (folded: boolean) =>
    fields
      .filter((field) => Boolean(field.folded) === folded)
      .map((field) => (
        <DetailField
          key={field.name}
          {...{ kind, field, offers, today, day: content?.day }}
          detail={detail as Record<string, unknown> | undefined}
        />
      ))
  const rare = drawn(true)
  const spoken = needsText(kind)
  const area = (
    <TextAreaField
      name="text"
      label={t(spoken ? 'form.text' : 'form.textOptional')}
      hint={t.has(`hint.${kind}` as 'hint.other') ? t(`hint.${kind}` as 'hint.other') : undefined}
      optional={!spoken}
      rows={spoken ? 4 : 2}
      defaultValue={content?.text}
    />
  )
  return (
    <>
      {isApplied(kind) ? <Notice>{t(fixed ? 'form.fixed' : 'form.applies')}</Notice> : null}
      {kind === 'SECRETARY_ADJUSTED' && offers ? <SecretaryNow offers={offers} /> : null}
      {kind === 'FUNDS' && !content ? <FundsDue prefill={prefill} /> : null}
      {spoken ? area : null}
      {drawn(false)}
      {fixed || kind === 'FOUR_DISCUSSIONS' ? null : (
        <DateField
          name="day"
          label={t(`dayLabel.${dayLabelOf(kind)}`)}
          max={today}
          defaultValue={content?.day ?? today}
        />
      )}
      {rare.length > 0 ? <Fold label={t('form.more')}>{rare}</Fold> : null}
      {spoken ? null : area}
      <Fold label={t('form.links')}>
        <Links problems={problems} measures={measures} content={content} />
      </Fold>
    </>
  )
}

function dayLabelOf(kind: RecordKind) {
  return kind === 'REGULATION_ADOPTED' || kind === 'SECRETARY_ADJUSTED' || kind === 'FUNDS'
    ? kind
    : 'other'
}

function SecretaryNow({ offers }: { offers: RecordOffers }) {
  const t = useTranslations('records.form')
  const now = offers.posts.find(({ title }) => title === 'SECRETARY')?.holderName
  return <p className="text-md">{now ? t('secretaryNow', { name: now }) : t('secretaryVacant')}</p>
}

/** What the rule comes to, said before the boxes it fills. */
function FundsDue({ prefill }: Pick<RecordFieldsProps, 'prefill'>) {
  const t = useTranslations('records.form')
  if (!prefill?.tier) return <Notice tone="warn">{t('fundsUnknown')}</Notice>
  const { officeFunds, supplement, tier } = prefill
  return (
    <p className="text-md">
      {t('fundsDue', {
        office: Number(officeFunds),
        supplement: Number(supplement),
        tier: Number(tier),
      })}
    </p>
  )
}

function Links({
  problems,
  measures,
  content,
}: Pick<RecordFieldsProps, 'problems' | 'measures' | 'content'>) {
  const t = useTranslations('records.form')
  const choices = (list: readonly Numbered[]) =>
    list.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))
  if (problems.length + measures.length === 0) {
    return <p className="muted text-md">{t('noLinks')}</p>
  }
  return (['problems', 'measures'] as const).map((part) => {
    const list = part === 'problems' ? problems : measures
    const name = part === 'problems' ? ('problemIds' as const) : ('measureIds' as const)
    return list.length > 0 ? (
      <CheckboxesField
        key={part}
        name={`${name}[]`}
        label={t(name)}
        optional
        options={choices(list)}
        defaultValue={content?.[name]}
      />
    ) : null
  })
}
