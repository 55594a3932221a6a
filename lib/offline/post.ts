import { largestFile } from '@/lib/attachments/limits'
import type { Item, Refusal } from './item'
import { outcomeOf } from './outcome'
import type { Outcome } from './queue'
import type { Bytes } from './vault'

/** How long an answer may take: a photo over a poor link needs its time. */
const patience = { words: 30_000, photo: 120_000 }

type Sender = {
  /** Whose words these are: the server takes them from nobody else. */
  owner: string
  readPhoto: (id: string) => Promise<Bytes | undefined>
}

/** One sending to the API, as the person it was written by and nobody else. */
export async function postItem(
  item: Item,
  parent: Item | undefined,
  { owner, readPhoto }: Sender,
): Promise<Outcome> {
  if (item.kind !== 'photo') return post(item, owner, wordsOf(item))
  const bytes = await readPhoto(item.id).catch(() => undefined)
  if (!bytes || !parent) return { kind: 'refused', refusal: refusalFor('photoLost') }
  if (bytes.length > largestFile) return { kind: 'refused', refusal: refusalFor('fileTooLarge') }
  return post(item, owner, photoOf(item, parent, bytes))
}

type Sending = { path: string; headers: Record<string, string>; body: BodyInit; patience: number }

async function post(item: Item, owner: string, sending: Sending): Promise<Outcome> {
  try {
    const response = await fetch(`/api/v1${sending.path}`, {
      method: 'POST',
      redirect: 'error',
      headers: { ...sending.headers, 'idempotency-key': item.id, 'x-written-by': owner },
      body: sending.body,
      signal: AbortSignal.timeout(sending.patience),
    })
    // A proxy before the server may say it in a page of its own.
    if (response.status === 413) return { kind: 'refused', refusal: refusalFor('fileTooLarge') }
    const type = response.headers.get('content-type')
    return outcomeOf({ status: response.status, type, body: await response.json() })
  } catch {
    return { kind: 'unreachable' }
  }
}

function wordsOf({ id, kind, input }: Item): Sending {
  const { path, body } = kind === 'progress' ? progress(input) : entry(kind, id, input)
  const headers = { 'content-type': 'application/json' }
  return { path, headers, body: JSON.stringify(body), patience: patience.words }
}

type Input = Item['input']

const entry = (kind: Item['kind'], id: string, input: Input) => ({
  path: kind === 'record' ? '/records' : kind === 'check' ? '/spot-checks' : '/visits',
  body: { id, ...input },
})

const progress = ({ measureId, ...body }: Input) => ({
  path: `/measures/${measureId}/addProgress`,
  body,
})

/** The kind of record a photo hangs on, as the server names it. */
const subjects = {
  visit: 'VISIT',
  progress: 'PROGRESS',
  record: 'RECORD',
  check: 'SPOT_CHECK',
  photo: '',
} as const

/** Photos of a report belong to its check. */
const subjectOf = ({ kind, id, input }: Item) =>
  `${subjects[kind]}:${kind === 'check' ? input.spotCheckId : id}`

function photoOf({ id, input }: Item, parent: Item, bytes: Bytes): Sending {
  const form = new FormData()
  form.set('id', id)
  form.set('caseId', String(parent.input.caseId))
  form.set('subject', subjectOf(parent))
  form.set('file', new File([bytes], String(input.name), { type: String(input.mediaType) }))
  return { path: '/attachments', headers: {}, body: form, patience: patience.photo }
}

const refusalFor = (code: string): Refusal => ({ code, detail: '', fields: { file: [{ code }] } })
