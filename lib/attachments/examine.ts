import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import { hashOf } from './contents'
import { nameFor } from './name'
import { isContainer, officeType } from './office'
import { remade } from './picture'
import { refused } from './refused'
import { type MediaType, mediaTypes } from './types'

/** A file as it will be kept. */
export type Examined = {
  bytes: Uint8Array
  mediaType: MediaType
  name: string
  sentSha256: string
  thumbnail?: Uint8Array
}

const pictures = ['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif']
/** What iPhones keep photos as; no free decoder reads it. */
const applePhotos = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']

/** Looks into a file: its type is what its content is, whatever its name says. */
export async function examine(file: File): Promise<Examined> {
  const sent = Buffer.from(await file.arrayBuffer())
  const sentSha256 = hashOf(sent)
  // Before anything else looks into a zip: it may be a bomb.
  if (isContainer(sent)) {
    const mediaType = await officeType(sent)
    return { bytes: sent, mediaType, name: nameFor(file.name, mediaType), sentSha256 }
  }
  const found = (await fileTypeFromBuffer(sent))?.mime ?? ''
  if (applePhotos.includes(found)) throw refused('imageOfApple')
  if (pictures.includes(found)) {
    const { bytes, mediaType, thumbnail } = await remade(sent)
    return { bytes, mediaType, thumbnail, name: nameFor(file.name, mediaType), sentSha256 }
  }
  if (found !== mediaTypes.pdf) throw refused('fileTypeRefused')
  return {
    bytes: sent,
    mediaType: mediaTypes.pdf,
    name: nameFor(file.name, mediaTypes.pdf),
    sentSha256,
  }
}
