'use server'
import { action } from '@/lib/action'
import { publishDocument, repealDocument, acknowledge as say } from '@/lib/documents/commands'
import { acknowledgeInput, publishDocumentInput, repealDocumentInput } from '@/lib/documents/schema'

const to = (id: string) => `/documents/${id}`

export const publish = action({
  schema: publishDocumentInput,
  permission: 'document.publish',
  run: (viewer, input) => publishDocument(viewer, input),
  done: (id) => ({ to: to(id), say: { code: 'documents.done.publish' } }),
})

export const repeal = action({
  schema: repealDocumentInput,
  permission: 'document.publish',
  run: repealDocument,
  done: (id) => ({ to: to(id), say: { code: 'documents.done.repeal' } }),
})

export const acknowledge = action({
  schema: acknowledgeInput,
  permission: 'document.read',
  run: say,
  done: () => ({ say: { code: 'documents.done.acknowledge' } }),
})
