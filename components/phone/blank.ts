import { newId } from '@/lib/ids'
import { type Item, type ItemKind, itemSchema } from '@/lib/offline/item'

/** Something about to be written. */
export function blank(
  kind: ItemKind,
  input: Record<string, unknown>,
  belongsTo: string | null = null,
): Item {
  return {
    id: newId(),
    schema: itemSchema,
    kind,
    state: 'draft',
    belongsTo,
    revision: 0,
    queuedAt: Date.now(),
    attempts: 0,
    title: '',
    input,
  }
}
