import 'server-only'
import type { Day } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import type { Facts } from './facts'

/** What supervision adds: notices to organisations, and surveys once their result is published. */
export async function loadSupervision(
  _tx: Tx,
  _countyId: string,
  _from: Day,
): Promise<Pick<Facts, 'notices' | 'surveys'>> {
  return { notices: [], surveys: [] }
}
