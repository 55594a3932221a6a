import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import type { RecordKind } from '@/prisma/generated/enums'

type VillageStepProps = {
  kind: RecordKind
  cases: readonly { id: string; village: { name: string } }[]
}

/** Which village, where there are several: a plain step of its own, so that the form knows it. */
export function VillageStep({ kind, cases }: VillageStepProps) {
  const t = useTranslations('records.village')
  if (cases.length === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  return (
    <form action="/records/new" method="get" className="grid gap-5">
      <input type="hidden" name="kind" value={kind} />
      <Field id="case" label={t('label')}>
        <Select
          {...wire('case')}
          name="case"
          required
          defaultValue=""
          blank={t('title')}
          options={cases.map(({ id, village }) => ({ value: id, label: village.name }))}
        />
      </Field>
      <div>
        <Button type="submit" tone="primary">
          {t('next')}
        </Button>
      </div>
    </form>
  )
}
