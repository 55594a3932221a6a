import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/choice'
import { DateInput, Select, TextInput } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { moves } from '@/lib/plans/moves'
import { moveOf, recordKinds } from '@/lib/records/kinds'
import type { RecordFilter } from '@/lib/records/list-filter'

type RecordFiltersProps = {
  filter: RecordFilter
  townships: readonly { id: string; name: string }[]
  mine: boolean
}

/** By township, move, kind, period and words. */
export function RecordFilters({ filter, townships, mine }: RecordFiltersProps) {
  const t = useTranslations('records')
  const kinds = useTranslations('terms.recordKind')
  const filtered = Object.keys(filter).length > 0
  return (
    <Filters action="/records" clear={filtered ? '/records' : undefined}>
      {filter.village ? <input type="hidden" name="village" value={filter.village} /> : null}
      {filter.case ? <input type="hidden" name="case" value={filter.case} /> : null}
      <Field id="township" label={t('township')}>
        <Select
          {...wire('township')}
          name="township"
          defaultValue={filter.township ?? ''}
          blank={t('all')}
          options={townships.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <Field id="move" label={t('move')}>
        <Select
          {...wire('move')}
          name="move"
          defaultValue={filter.move ?? ''}
          blank={t('all')}
          options={moves.map((value) => ({ value, label: t(`moves.${value}`) }))}
        />
      </Field>
      <Field id="kind" label={t('kind')}>
        <Select
          {...wire('kind')}
          name="kind"
          defaultValue={filter.kind ?? ''}
          blank={t('all')}
          options={recordKinds.map((value) => ({
            value,
            label: kinds(value),
            group: t(`moves.${moveOf(value)}`),
          }))}
        />
      </Field>
      <Field id="q" label={t('search')}>
        <TextInput {...wire('q')} name="q" maxLength={100} defaultValue={filter.q ?? ''} />
      </Field>
      <Field id="from" label={t('from')}>
        <DateInput {...wire('from')} name="from" defaultValue={filter.from ?? ''} />
      </Field>
      <Field id="to" label={t('to')}>
        <DateInput {...wire('to')} name="to" defaultValue={filter.to ?? ''} />
      </Field>
      {mine ? (
        <Checkbox
          id="author"
          name="author"
          value="me"
          label={t('mine')}
          defaultChecked={filter.author === 'me'}
        />
      ) : null}
    </Filters>
  )
}
