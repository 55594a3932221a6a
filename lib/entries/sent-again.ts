import 'server-only'
import { systemViewer } from '@/lib/access/system'
import { asSystem, type Tx } from '@/lib/db'
import { Forbidden, NotFound } from '@/lib/errors'

/**
 * What is opened for a new entry; where that is refused because the case or the right to write on it
 * went to somebody else, what the sender had stored under this id before is answered instead, so that
 * no phone keeps for refused what did arrive.
 */
export async function openedOrSent<Opened, Stored>(
  tx: Tx,
  open: () => Promise<Opened>,
  sentBefore: () => Promise<Stored | undefined>,
): Promise<{ opened: Opened } | { sent: Stored }> {
  try {
    return { opened: await open() }
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Forbidden)) throw error
    const sent = await asSystem(tx, systemViewer('sent'), () => sentBefore())
    if (!sent) throw error
    return { sent }
  }
}
