import pg from 'pg'

const around = /^\s*(BEGIN|COMMIT|ROLLBACK|SET\b|SELECT set_config)/i

/** The SQL statements that work sends, without the transaction's own (BEGIN, settings, COMMIT). */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    const text = typeof first === 'string' ? first : (first as { text?: string } | null)?.text
    if (text && !around.test(text)) sent.push(text)
    return (original as (...args: unknown[]) => unknown).apply(this, given)
  } as typeof original
  try {
    await work()
  } finally {
    pg.Client.prototype.query = original
  }
  return sent
}
