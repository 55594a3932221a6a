import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { fittedSize } from '@/components/attachment/resize'
import { examine } from '@/lib/attachments/examine'
import { mediaTypes } from '@/lib/attachments/types'
import { drawn, phonePhoto, pngOf, pngSaying } from '@/tests/support/pictures'
import { docxOf, oleOf, zipOf } from '@/tests/support/zip'

const look = (bytes: Uint8Array<ArrayBuffer> | string, name: string) =>
  examine(new File([bytes], name))
const code = (bytes: Uint8Array<ArrayBuffer> | string, name = '附件.docx') =>
  look(bytes, name).then(
    ({ mediaType }) => mediaType,
    (error: { issues?: { field: string; code: string }[] }) => {
      expect(error.issues?.[0]?.field).toBe('file')
      return error.issues?.[0]?.code
    },
  )

describe('pictures', () => {
  test('come out upright, smaller, and without the place where they were taken', async () => {
    const sent = await phonePhoto()
    const before = await sharp(sent).metadata()
    expect(before).toMatchObject({ width: 3200, height: 2000, orientation: 6 })
    expect(Buffer.from(before.exif ?? []).includes('ZTE')).toBe(true)
    // The GPS pointer and the degrees really stand in what is sent.
    expect(Buffer.from(before.exif ?? []).includes(Buffer.from('25880400', 'hex'))).toBe(true)
    const kept = await look(sent, 'IMG_0001.JPG')
    const after = await sharp(kept.bytes).metadata()
    expect(after).toMatchObject({ format: 'jpeg', width: 1600, height: 2560 })
    expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(Buffer.from(kept.bytes).includes('ZTE')).toBe(false)
    expect(kept.name).toBe('IMG_0001.JPG')
    const small = await sharp(kept.thumbnail).metadata()
    expect(small).toMatchObject({ format: 'webp', width: 200, height: 320 })
  })

  test('what is hidden behind a picture is gone', async () => {
    const sent = Buffer.concat([await pngOf(), Buffer.from('PK\x03\x04<script>alert(1)</script>')])
    const kept = await look(sent, 'a.png')
    expect(kept.mediaType).toBe('image/png')
    expect(Buffer.from(kept.bytes).includes('<script>')).toBe(false)
  })

  test('the same one twice is the same content', async () => {
    const [one, two] = [
      await look(await phonePhoto(), 'a.jpg'),
      await look(await phonePhoto(), 'b.jpg'),
    ]
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
    expect(one.sentSha256).toBe(two.sentSha256)
  })

  test('of 30,000 × 30,000 pixels is refused before it is unpacked', async () => {
    const memory = process.memoryUsage().rss
    expect(await code(await pngSaying(30_000, 30_000), '大图.png')).toBe('imageTooLarge')
    expect(process.memoryUsage().rss - memory).toBeLessThan(100_000_000)
  })

  test('cut off or only its head is damaged', async () => {
    expect(await code((await phonePhoto()).slice(0, 3000), 'a.jpg')).toBe('imageDamaged')
    expect(await code(await pngSaying(640, 400), 'a.png')).toBe('imageDamaged')
  })

  test('WebP stays, AVIF becomes WebP with an ending to match, HEIC is told what to do', async () => {
    const webp = Uint8Array.from(await drawn().webp().toBuffer())
    expect(await look(webp, '图.webp')).toMatchObject({ mediaType: 'image/webp', name: '图.webp' })
    const avif = Uint8Array.from(await drawn().avif({ effort: 0 }).toBuffer())
    expect(await look(avif, '图.avif')).toMatchObject({ mediaType: 'image/webp', name: '图.webp' })
    const heic = Buffer.from('0000001866747970686569630000000068656963' + '6d696631', 'hex')
    expect(await code(heic, '图.heic')).toBe('imageOfApple')
  })
})

describe('office files', () => {
  const xlsx = zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
  ])
  test.each([
    ['Word', docxOf(), mediaTypes.docx],
    ['Excel', xlsx, mediaTypes.xlsx],
    ['old Word', oleOf(['WordDocument', '1Table']), mediaTypes.doc],
    ['old Excel', oleOf(['\x05SummaryInformation', 'Workbook']), mediaTypes.xls],
    ['PowerPoint of old', oleOf(['PowerPoint Document']), 'fileTypeRefused'],
    ['an installer', oleOf(['SummaryInformation']), 'fileTypeRefused'],
    ['Word with a password', oleOf(['EncryptionInfo', 'EncryptedPackage']), 'fileLocked'],
    ['old Word with macros', oleOf(['WordDocument', 'Macros']), 'fileWithMacros'],
    ['Word with macros', docxOf({ name: 'word/vbaProject.bin', content: 'x' }), 'fileWithMacros'],
    ['Word around a program', docxOf({ name: 'a/setup.EXE', content: 'MZ' }), 'fileWithMacros'],
    ['an ordinary zip', zipOf([{ name: 'a.txt', content: 'x' }]), 'fileTypeRefused'],
    ['a jar', zipOf([{ name: 'META-INF/MANIFEST.MF', content: 'x' }]), 'fileTypeRefused'],
    ['a zip without an end', docxOf().subarray(0, 60), 'fileDamaged'],
    ['a cut old file', oleOf(['WordDocument']).subarray(0, 700), 'fileDamaged'],
  ])('%s', async (_, bytes, expected) => {
    expect(await code(Uint8Array.from(bytes))).toBe(expected)
  })

  test('a bomb is refused for what it says, and for what it is when it lies', async () => {
    const honest = docxOf({ name: 'word/media/a.bin', content: Buffer.alloc(130_000_000) })
    expect(honest.length).toBeLessThan(1_000_000)
    const lying = Buffer.from(honest)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(130_000_000)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) {
      lying.writeUInt32LE(1_000, at)
    }
    const memory = process.memoryUsage().rss
    expect(await code(honest)).toBe('fileUnpacksTooLarge')
    expect(await code(lying)).toBe('fileUnpacksTooLarge')
    expect(process.memoryUsage().rss - memory).toBeLessThan(150_000_000)
    const small = docxOf({ name: 'word/a.xml', content: Buffer.alloc(5_000), declared: 10 })
    expect(await code(small)).toBe('fileDamaged')
    const many = Array.from({ length: 6_000 }, (_, n) => ({ name: `word/${n}.xml`, content: '' }))
    expect(await code(docxOf(...many))).toBe('fileUnpacksTooLarge')
  }, 30_000)
})

describe('everything else', () => {
  test.each([
    ['a renamed program', `MZ\x90\0${'\x01'.repeat(4096)}`, '照片.jpg'],
    ['a page', '<html><script>alert(1)</script></html>', '表.pdf'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'a.png'],
    ['a shell script', '#!/bin/sh\nrm -rf /', 'a.docx'],
    ['plain words', '会议纪要', '纪要.doc'],
  ])('%s is refused whatever its name says', async (_, content, name) => {
    expect(await code(content, name)).toBe('fileTypeRefused')
  })

  test('a PDF stays as it is; its name is only a name', async () => {
    const pdf = '%PDF-1.7\n纪要\n%%EOF\n'
    const kept = await look(pdf, `..\\..\\etc/<img src=x onerror=alert(1)>${'长'.repeat(300)}.exe`)
    expect(Buffer.from(kept.bytes).toString()).toBe(pdf)
    expect([...kept.name].length).toBeLessThanOrEqual(200)
    expect(kept.name).toMatch(/^img src=x onerror=alert\(1\)长+\.pdf$/)
    expect(kept.thumbnail).toBeUndefined()
  })
})

test('the size a photo is sent in keeps its shape and is never larger', () => {
  expect(fittedSize({ width: 8000, height: 6000 })).toEqual({ width: 2560, height: 1920 })
  expect(fittedSize({ width: 3000, height: 4000 })).toEqual({ width: 1920, height: 2560 })
  expect(fittedSize({ width: 640, height: 480 })).toEqual({ width: 640, height: 480 })
  expect(fittedSize({ width: 20_000, height: 2 })).toEqual({ width: 2560, height: 1 })
})
