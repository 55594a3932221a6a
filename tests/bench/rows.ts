import type pg from 'pg'

/** Rows of one table as its columns name them; every row has the columns of the first. */
export type Row = Record<string, unknown>

/** Rows by table, in the order in which they are to be inserted. */
export class Tables {
  private readonly rows = new Map<string, Row[]>()

  add(table: string, ...rows: Row[]): void {
    const known = this.rows.get(table)
    if (known) known.push(...rows)
    else this.rows.set(table, rows)
  }

  count(table: string): number {
    return this.rows.get(table)?.length ?? 0
  }

  /**
   * Inserts everything as the owner, 5,000 rows a statement. Triggers are off meanwhile: the rows
   * carry their scope columns themselves, and each parent would be looked up row by row.
   */
  async insert(client: pg.Client): Promise<void> {
    const tables = [...this.rows.keys()]
    for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    for (const [table, rows] of this.rows) {
      const columns = Object.keys(rows[0] ?? {}).join(', ')
      for (let from = 0; from < rows.length; from += 5_000) {
        await client.query(
          `INSERT INTO ${table} (${columns})
           SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
          [JSON.stringify(rows.slice(from, from + 5_000))],
        )
      }
    }
    for (const table of tables) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  }
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
