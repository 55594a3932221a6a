/** The long side of a photo as it is sent and kept: enough to read a notice board on it. */
const longestSide = 2560

const quality = 0.85
/** Made smaller by the browser; whatever else is chosen goes as it is. */
const photos = /^image\/(jpeg|webp|hei[cf]|avif)$/

/** The size of a picture brought down to `longest` pixels on its long side, never enlarged. */
export function fittedSize(
  given: { width: number; height: number },
  longest = longestSide,
): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(given.width, given.height, 1))
  return {
    width: Math.max(1, Math.round(given.width * scale)),
    height: Math.max(1, Math.round(given.height * scale)),
  }
}

/**
 * A photo as it is sent: upright, at most `longestSide` pixels, JPEG without any metadata (no
 * position). Other files, and photos that this browser cannot open, come back as they are; the
 * server decides about those.
 */
export async function resizePhoto(file: File): Promise<File> {
  if (!photos.test(file.type) && !/\.hei[cf]$/i.test(file.name)) return file
  return redrawn(file, longestSide).catch(() => file)
}

/** Any picture made small enough to wait on a phone; throws when this browser cannot open it. */
export const photoForPhone = (file: File): Promise<File> => redrawn(file, 1600)

async function redrawn(file: File, longest: number): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const blob = await drawn(picture, longest)
    return new File([blob], `${file.name.replace(/\.\w{1,5}$/, '')}.jpg`, {
      type: blob.type,
      lastModified: file.lastModified,
    })
  } finally {
    picture.close()
  }
}

async function drawn(picture: ImageBitmap, longest: number): Promise<Blob> {
  const { width, height } = fittedSize(picture, longest)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  // Transparent parts become white, not black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  // Safari keeps the memory of a canvas until it has no size.
  canvas.width = 0
  canvas.height = 0
  if (blob?.type !== 'image/jpeg') throw new Error('not drawn')
  return blob
}
