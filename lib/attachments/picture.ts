import 'server-only'
import sharp, { type Sharp } from 'sharp'
import { longSide, mostPixels, thumbnailSide } from './limits'
import { refused } from './refused'
import { inTurn } from './turn'
import { type MediaType, mediaTypes } from './types'

// One thread a picture: the server has other things to do.
sharp.concurrency(1)
sharp.cache(false)

export type Picture = { bytes: Buffer; mediaType: MediaType; thumbnail: Buffer }

/**
 * An image made anew: upright, at most `longSide` pixels, without any metadata (no position, no
 * camera), whatever else was hidden in it gone. Beside it a small picture for lists. Its size is
 * read from the head of the file before anything is unpacked.
 */
export function remade(sent: Uint8Array): Promise<Picture> {
  return inTurn(async () => {
    const { pixels, target } = await headOf(sent)
    if (pixels > mostPixels) {
      throw refused('imageTooLarge', { million: Math.round(mostPixels / 1_000_000) })
    }
    try {
      const upright = sharp(sent, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient()
      const bytes = await encoded(
        upright.resize({
          width: longSide,
          height: longSide,
          fit: 'inside',
          withoutEnlargement: true,
        }),
        target,
      ).toBuffer()
      const thumbnail = await sharp(bytes)
        .resize({
          width: thumbnailSide,
          height: thumbnailSide,
          fit: 'inside',
          withoutEnlargement: true,
        })
        .webp({ quality: 70 })
        .toBuffer()
      return { bytes, mediaType: target, thumbnail }
    } catch {
      throw refused('imageDamaged')
    }
  })
}

async function headOf(sent: Uint8Array): Promise<{ pixels: number; target: MediaType }> {
  const { width, height, format } = await sharp(sent, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw refused('imageDamaged')
    })
  // AVIF would take seconds to write; WebP keeps the transparency that JPEG does not know.
  const target = format === 'jpeg' || format === 'png' ? mediaTypes[format] : mediaTypes.webp
  return { pixels: width * height, target }
}

function encoded(picture: Sharp, target: MediaType): Sharp {
  if (target === mediaTypes.jpeg) return picture.jpeg({ quality: 82 })
  if (target === mediaTypes.png) return picture.png({ compressionLevel: 9 })
  return picture.webp({ quality: 82 })
}
