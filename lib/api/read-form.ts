import 'server-only'
import { largestFile } from '@/lib/attachments/limits'
import { storable } from '@/lib/storable'
import { problem } from './problem'

/** The fields around a file. */
const around = 64 * 1024

/**
 * A form with a file, or the problem with it. What is too large is told by what its sender says of
 * it, before it is taken in.
 */
export async function readForm(request: Request): Promise<Record<string, unknown> | Response> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    return problem(415, { code: 'multipartOnly' })
  }
  const size = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!Number.isFinite(size)) return problem(411, { code: 'lengthMissing' })
  if (size > largestFile + around) {
    return problem(413, { code: 'fileTooLarge', errors: { file: [{ code: 'fileTooLarge' }] } })
  }
  try {
    const form = await request.formData()
    return Object.fromEntries(
      [...form].map(([name, value]) => [name, typeof value === 'string' ? storable(value) : value]),
    )
  } catch {
    return problem(400, { code: 'uploadBroken' })
  }
}
