import type pg from 'pg'
import type { ChainHead } from '@/lib/audit/chain'
import { headsRoot } from '@/lib/audit/checkpoint-rules'
import type { Manifest } from './manifest'

/**
 * Not carried over: who is signed in and who is being slowed down. A restored session would bring
 * back one that was ended after the backup. The job queue lies in a schema of its own and is made
 * anew; the history of migrations is written by migrating.
 */
export const leftOut = ['sessions', 'sign_in_throttles'] as const

/** The tables that are carried over, with their columns in order (generated ones compute themselves). */
export async function tablesIn(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND c.relname <> '_prisma_migrations' AND NOT c.relname = ANY ($1)
      GROUP BY c.relname ORDER BY c.relname`,
    [leftOut],
  )
  return rows
}

/** Sequences that have been used, with their last value as text: it may exceed a number. */
export async function sequencesIn(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
      WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename`,
  )
  return rows
}

/** Where every chain stands, as a checkpoint would sign it. */
export async function chainsIn(client: pg.Client): Promise<Manifest['chains']> {
  const heads = await client.query<ChainHead>(
    'SELECT chain, seq, hash FROM chain_heads WHERE seq > 0',
  )
  const events = await client.query<{ count: string }>('SELECT count(*) FROM events')
  return {
    count: heads.rows.length,
    events: Number(events.rows[0]?.count),
    root: headsRoot(heads.rows),
  }
}
