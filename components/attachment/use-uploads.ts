'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { largestFile } from '@/lib/attachments/limits'
import type { Msg } from '@/lib/form-state'
import { newId } from '@/lib/ids'
import { resizePhoto } from './resize'
import { sendFile } from './send-file'
import { takeWaiting } from './waiting'

export type Upload = {
  id: string
  file: File
  state: 'waiting' | 'sending' | 'failed'
  share: number
  problem?: Msg
}

/**
 * Sends files to a record one after the other. One that is refused stays in the list with the reason
 * and can be sent again under its own id; the others go on.
 */
export function useUploads(caseId: string, subject: string) {
  const router = useRouter()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [sent, setSent] = useState(0)
  const busy = useRef(false)

  const change = (id: string, to: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)))
  const remove = (id: string) => setUploads((all) => all.filter((one) => one.id !== id))
  const add = (files: readonly File[]) =>
    setUploads((all) => [
      ...all,
      ...files.map((file): Upload => ({ id: newId(), file, state: 'waiting', share: 0 })),
    ])
  const retry = (id: string) => change(id, { state: 'waiting', share: 0, problem: undefined })

  // biome-ignore lint/correctness/useExhaustiveDependencies: taken over once, when the page opens
  useEffect(() => {
    const files = takeWaiting(subject)
    if (files.length > 0) add(files)
  }, [subject])

  const sending = uploads.some(({ state }) => state === 'sending')
  const next = sending ? undefined : uploads.find(({ state }) => state === 'waiting')
  // biome-ignore lint/correctness/useExhaustiveDependencies: one at a time, whenever another waits
  useEffect(() => {
    if (!next || busy.current) return
    busy.current = true
    const { id } = next
    change(id, { state: 'sending' })
    sendOne(next, { caseId, subject }, (share) => change(id, { share })).then((problem) => {
      busy.current = false
      if (problem) return change(id, { state: 'failed', problem })
      remove(id)
      setSent((count) => count + 1)
      router.refresh()
    })
  }, [next?.id])

  return { uploads, sent, add, remove, retry }
}

async function sendOne(
  { id, file }: Upload,
  to: { caseId: string; subject: string },
  onShare: (share: number) => void,
): Promise<Msg | undefined> {
  const small = await resizePhoto(file)
  if (small.size === 0) return { code: 'fileEmpty' }
  // Told before it is sent anywhere.
  if (small.size > largestFile) return { code: 'fileTooLarge' }
  return sendFile({ id, ...to, file: small }, onShare)
}
