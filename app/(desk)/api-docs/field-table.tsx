import { getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import type { Field } from '@/lib/api/readable'

type Props = {
  title: string
  fields: (Field & { place?: string })[]
  /** Fields of an answer: whether one must be given is no question. */
  told?: boolean
}

/** Fields of an operation: name, type, limits and the values that may stand there. */
export async function FieldTable({ title, fields, told = false }: Props) {
  const t = await getTranslations('apiDocs')
  if (fields.length === 0) return null
  const limits = ({ limits, values, preset }: Field) =>
    [values.join(' · '), limits, preset && t('preset', { value: preset })]
      .filter(Boolean)
      .join('; ')
  return (
    <div className="grid gap-1">
      <h3 className="text-sm font-medium text-ink-2">{title}</h3>
      <Table
        caption={title}
        rows={fields}
        rowKey={(field) => `${field.place ?? ''} ${field.name}`}
        columns={[
          {
            head: t('field'),
            main: true,
            cell: (field) => (
              <code className="max-sm:break-all sm:whitespace-nowrap">{field.name}</code>
            ),
          },
          {
            head: t('type'),
            cell: (field) => <code className="sm:whitespace-nowrap">{field.type}</code>,
          },
          ...(told
            ? []
            : [
                {
                  head: t('needed'),
                  cell: (field: Field) => t(field.required ? 'required' : 'optional'),
                },
              ]),
          {
            head: t('limits'),
            cell: (field) => <span className="break-all">{limits(field)}</span>,
          },
        ]}
      />
    </div>
  )
}
