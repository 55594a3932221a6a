import { useTranslations } from 'next-intl'
import { SelectField, TextField } from '@/components/form/fields'
import { FieldGroup } from '@/components/ui/field'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import type { HandoverGroup } from '@/lib/handover/rules'

type SuccessorFieldsProps = {
  successors: readonly { id: string; name: string; post: string; organisation: string }[]
  /** Whether somebody without an account may follow. */
  named: boolean
  groups: readonly HandoverGroup[]
}

/** Who follows in everything, and folded away who follows in one kind of work only. */
export function SuccessorFields({ successors, named, groups }: SuccessorFieldsProps) {
  const t = useTranslations('handover')
  const options = successors.map(({ id, name, post, organisation }) => ({
    value: id,
    label: t('option', { name, post: post || organisation }),
  }))
  const fields = (prefix: string) => (
    <div className="grid gap-4 sm:grid-cols-3">
      {options.length > 0 ? (
        <SelectField
          name={`${prefix}.userId`}
          label={t('account')}
          hint={t('accountHint')}
          options={options}
          optional={named || prefix !== 'all'}
        />
      ) : null}
      {named ? (
        <>
          <TextField
            name={`${prefix}.name`}
            label={t(options.length > 0 ? 'name' : 'nameOnly')}
            hint={options.length > 0 ? t('nameHint') : undefined}
            maxLength={50}
            optional={options.length > 0 || prefix !== 'all'}
          />
          <TextField name={`${prefix}.post`} label={t('post')} maxLength={100} optional />
        </>
      ) : null}
    </div>
  )
  return (
    <div className="grid gap-5">
      {options.length === 0 ? (
        <Notice tone="warn">{t(named ? 'noSuccessor' : 'noLeader')}</Notice>
      ) : null}
      <FieldGroup id="successor-all" legend={t('all')}>
        {fields('all')}
      </FieldGroup>
      {groups.length > 1 ? (
        <Fold label={t('byGroup')}>
          <p className="text-md text-ink-2">{t('byGroupHint')}</p>
          {groups.map((group) => (
            <FieldGroup key={group} id={`successor-${group}`} legend={t(`group.${group}`)}>
              {fields(`groups.${group}`)}
            </FieldGroup>
          ))}
        </Fold>
      ) : null}
    </div>
  )
}
