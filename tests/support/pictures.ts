import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** A small picture without any noise; another colour is another picture. */
export const drawn = (colour = '#5a8f3c', width = 64, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: colour } })

export async function pngOf(colour?: string): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await drawn(colour).png().toBuffer())
}

/** A photo as a phone takes it: lying on its side, with the place where it was taken. */
export async function phonePhoto(colour?: string): Promise<Uint8Array<ArrayBuffer>> {
  const photo = await drawn(colour, 3200, 2000)
    .jpeg()
    .withExif({
      IFD0: { Make: 'ZTE', Model: '演示手机' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '24/1 28/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '109/1 44/1 6/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  return Uint8Array.from(photo)
}

/** A PNG that says it has this many pixels; there is next to nothing in it. */
export async function pngSaying(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const png = Buffer.from(await drawn().png().toBuffer())
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return Uint8Array.from(png)
}
