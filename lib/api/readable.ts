/** A JSON Schema as OpenAPI carries it, as far as the documentation page tells of it. */
export type Schema = {
  type?: string | string[]
  format?: string
  enum?: readonly string[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  default?: unknown
  description?: string
}

/** One field of an input or an answer: its path, type in short, limits, whether it must be there. */
export type Field = {
  name: string
  type: string
  limits: string
  values: readonly string[]
  required: boolean
  preset: string
}

/** The fields of an object, nested ones after their parent: `measures[].dueOn`, `light.colour`. */
export function fieldsOf(schema: Schema | undefined, prefix = ''): Field[] {
  if (!schema?.properties) return []
  return Object.entries(schema.properties).flatMap(([key, given]) => {
    const { core, nullable } = coreOf(given)
    const name = `${prefix}${key}`
    const required = schema.required?.includes(key) ?? false
    return [fieldOf(name, core, { nullable, required }), ...inner(name, core)]
  })
}

function inner(name: string, schema: Schema): Field[] {
  if (schema.type === 'array' && schema.items) return inner(`${name}[]`, schema.items)
  if (schema.properties) return fieldsOf(schema, `${name}.`)
  const values = schema.additionalProperties
  return typeof values === 'object' ? inner(`${name}.*`, values) : []
}

function fieldOf(
  name: string,
  given: Schema,
  { nullable = false, required }: { nullable?: boolean; required: boolean },
): Field {
  const schema = coreOf(given).core
  const type = typeOf(schema) + (nullable ? ' | null' : '')
  const leaf = schema.items ?? schema
  return {
    name,
    type,
    limits: limitsOf(schema),
    values: leaf.enum ?? [],
    required,
    preset: schema.default === undefined ? '' : JSON.stringify(schema.default),
  }
}

/** A nullable schema is written as a choice between itself and null. */
function coreOf(schema: Schema): { core: Schema; nullable: boolean } {
  const choices = schema.anyOf?.filter((one) => one.type !== 'null')
  const core = choices?.length === 1 && choices[0] ? { ...schema, ...choices[0] } : schema
  return { core, nullable: schema.anyOf?.some((one) => one.type === 'null') ?? false }
}

function typeOf(schema: Schema): string {
  if (schema.anyOf && !schema.type) return schema.anyOf.map(typeOf).join(' | ')
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
  if (type === 'array') return `${typeOf(schema.items ?? {})}[]`
  return schema.format ?? type
}

/** The largest integer a schema names is no limit worth telling. */
function limitsOf({
  minimum,
  exclusiveMinimum,
  maximum,
  minLength,
  maxLength,
  pattern,
  format,
}: Schema) {
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1)
  const most = maximum === undefined || maximum > 1e12 ? undefined : maximum
  const parts = [range(least === undefined || least < -1e12 ? undefined : least, most)]
  if (maxLength !== undefined) parts.push(`${range(minLength, maxLength)} chars`)
  if (pattern && !format && pattern.length < 60) parts.push(pattern)
  return parts.filter(Boolean).join(', ')
}

function range(from: number | undefined, to: number | undefined): string {
  if (from !== undefined && to !== undefined) return `${from}–${to}`
  if (from !== undefined) return `≥ ${from}`
  return to === undefined ? '' : `≤ ${to}`
}

type Parameter = { name: string; in: string; required: boolean; schema: Schema }
type Content = Record<string, { schema: Schema }>

/** An operation as the OpenAPI document describes it. */
export type Described = {
  operationId: string
  summary: string
  parameters: Parameter[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}

export type ShownOperation = {
  id: string
  method: string
  path: string
  summary: string
  parameters: (Field & { place: string })[]
  body: Field[]
  answer: Field[]
  status: string
}

/** The operations of a document by the first part of their path, in its order. */
export function readable(
  paths: Record<string, Record<string, unknown>>,
): { group: string; operations: ShownOperation[] }[] {
  const groups = new Map<string, ShownOperation[]>()
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const group = path.split('/')[1] ?? ''
      const shown = shownOperation(method, path, described as Described)
      groups.set(group, [...(groups.get(group) ?? []), shown])
    }
  }
  return [...groups].map(([group, operations]) => ({ group, operations }))
}

function shownOperation(method: string, path: string, operation: Described): ShownOperation {
  const done = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    parameters: operation.parameters.map(({ name, in: place, required, schema }) => ({
      ...fieldOf(name, schema, { required }),
      place,
    })),
    body: fieldsOf(Object.values(operation.requestBody?.content ?? {})[0]?.schema),
    answer: fieldsOf(done?.[1].content?.['application/json']?.schema),
    status: done?.[0] ?? '',
  }
}
