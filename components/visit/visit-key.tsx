'use client'
import { useField } from '@/components/form/form-context'

/**
 * The id under which a visit is stored once. It stays with the draft: what was sent and never
 * answered is sent again under the same id.
 */
export function VisitKey({ id }: { id: string }) {
  const { kept } = useField('id')
  return <input type="hidden" name="id" data-keep defaultValue={kept?.[0] ?? id} />
}
