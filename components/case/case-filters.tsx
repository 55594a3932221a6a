import { useLocale, useTranslations } from 'next-intl'
import { Select, TextInput } from '@/components/ui/controls'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { type CaseFilter, categories, colours, sorts, states } from '@/lib/cases/list-filter'

type CaseFiltersProps = {
  filter: CaseFilter
  choices: {
    batches: { id: string; name: string; year: number }[]
    townships: { id: string; name: string }[]
    kinds: { code: string; category: string; titleZh: string; titleEn: string }[]
  }
}

/** Filters that are set and taken off by links elsewhere on the page. */
const kept = ['stage', 'organisation', 'excepted', 'historical', 'followed'] as const

/** The filters of the case list; the stage is chosen by the tabs above and kept. */
export function CaseFilters({ filter, choices }: CaseFiltersProps) {
  const t = useTranslations('cases.list')
  return (
    <Filters action="/cases" clear={Object.keys(filter).length > 0 ? '/cases' : undefined}>
      {kept.map((name) =>
        filter[name] ? <input key={name} type="hidden" name={name} value={filter[name]} /> : null,
      )}
      <Choice
        name="batch"
        label={t('batch')}
        blank={t('anyBatch')}
        value={filter.batch}
        options={choices.batches.map(({ id, name, year }) => ({
          value: id,
          label: t('batchYear', { name, year: String(year) }),
        }))}
      />
      <Choice
        name="township"
        label={t('township')}
        blank={t('anyTownship')}
        value={filter.township}
        options={choices.townships.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Choice
        name="light"
        label={t('light')}
        blank={t('anyLight')}
        value={filter.light}
        options={colours.map((value) => ({ value, label: t(`lights.${value}`) }))}
      />
      <Choice
        name="state"
        label={t('state')}
        blank={t('anyState')}
        value={filter.state}
        options={states.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <Choice
        name="problem"
        label={t('problem')}
        blank={t('anyProblem')}
        value={filter.problem}
        options={useProblemOptions(choices.kinds)}
      />
      <Field id="filter-q" label={t('search')}>
        <TextInput
          {...wire('filter-q')}
          name="q"
          type="search"
          defaultValue={filter.q}
          placeholder={t('searchHint')}
          maxLength={50}
        />
      </Field>
      <Choice
        name="sort"
        label={t('sort')}
        value={filter.sort ?? 'urgent'}
        options={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
      />
    </Filters>
  )
}

function useProblemOptions(kinds: CaseFiltersProps['choices']['kinds']) {
  const t = useTranslations('cases.list')
  const terms = useTranslations('terms')
  const locale = useLocale()
  return categories.flatMap((category) => {
    const group = terms(`categoryLong.${category}`)
    return [
      { value: category as string, label: t('wholeCategory', { category: group }), group },
      ...kinds
        .filter((kind) => kind.category === category)
        .map(({ code, titleZh, titleEn }) => ({
          value: code,
          label: locale === 'en' ? titleEn : titleZh,
          group,
        })),
    ]
  })
}

type ChoiceProps = {
  name: string
  label: string
  blank?: string
  value: string | undefined
  options: { value: string; label: string; group?: string }[]
}

function Choice({ name, label, blank, value, options }: ChoiceProps) {
  const id = `filter-${name}`
  return (
    <Field id={id} label={label}>
      <Select
        {...wire(id)}
        name={name}
        options={options}
        blank={blank}
        defaultValue={value ?? ''}
      />
    </Field>
  )
}
