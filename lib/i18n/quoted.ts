/**
 * A title as it stands inside quotation marks: its own marks become the inner ones, as GB/T 15834
 * asks (“规范落实‘三会一课’”).
 */
function innerQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’')
}

/** Values of a sentence that quotes a `title`. */
export function withInnerQuotes<T extends Record<string, unknown>>(values: T): T {
  return typeof values.title === 'string' ? { ...values, title: innerQuotes(values.title) } : values
}
