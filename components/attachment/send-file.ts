import type { Msg } from '@/lib/form-state'

export type Sending = {
  id: string
  caseId: string
  /** `VISIT:<id>` */
  subject: string
  file: File
}

/**
 * Sends one file to the API and tells how far it is. Undefined when it is stored; else why not.
 * Sent again under the same id it is stored once.
 */
export function sendFile(
  what: Sending,
  onShare: (share: number) => void,
): Promise<Msg | undefined> {
  const form = new FormData()
  form.set('id', what.id)
  form.set('caseId', what.caseId)
  form.set('subject', what.subject)
  form.set('file', what.file, what.file.name)
  return new Promise((done) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onload = () => done(request.status < 300 ? undefined : reasonIn(request.responseText))
    request.onerror = () => done({ code: 'uploadBroken' })
    request.ontimeout = request.onerror
    request.open('POST', '/api/v1/attachments')
    request.send(form)
  })
}

/** What is wrong, as the answer tells it: with the file first of all. */
function reasonIn(text: string): Msg {
  try {
    const answer = JSON.parse(text) as {
      code?: string
      errors?: { file?: Msg[] } | ({ field: string } & Msg)[]
    }
    const { errors } = answer
    const own = Array.isArray(errors) ? errors[0] : errors?.file?.[0]
    return own ?? { code: answer.code ?? 'uploadBroken' }
  } catch {
    return { code: 'uploadBroken' }
  }
}
