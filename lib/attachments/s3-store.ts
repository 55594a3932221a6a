import 'server-only'
import type { S3Client } from '@aws-sdk/client-s3'
import { type ContentStore, placeOfContent } from './contents'

export type S3Settings = {
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  /** Of a store that is not Amazon's, such as https://minio.example.gov.cn. */
  endpoint?: string
  /** Put before every key, when the bucket is shared. */
  prefix: string
  /** Whether the bucket stands in the path, as most stores of one's own want it. */
  pathStyle: boolean
}

/**
 * Contents in a bucket. An object is there whole or not at all; its hash is its key, so writing the
 * same again changes nothing. The client is loaded only where a bucket is configured.
 */
export function s3Store(settings: S3Settings): ContentStore {
  const { bucket, prefix } = settings
  let opened: Promise<S3> | undefined
  const s3 = () => {
    opened ??= open(settings)
    return opened
  }
  const at = (sha256: string) => ({ Bucket: bucket, Key: `${prefix}${placeOfContent(sha256)}` })
  return {
    keep: async (sha256, bytes) => {
      const { client, sdk } = await s3()
      const there = await unlessMissing(client.send(new sdk.HeadObjectCommand(at(sha256))))
      if (there?.ContentLength === bytes.length) return
      await client.send(new sdk.PutObjectCommand({ ...at(sha256), Body: bytes }))
    },
    find: async (sha256) => {
      const { client, sdk } = await s3()
      const found = await unlessMissing(client.send(new sdk.GetObjectCommand(at(sha256))))
      const bytes = await found?.Body?.transformToByteArray()
      return bytes && Buffer.from(bytes)
    },
  }
}

type S3 = { client: S3Client; sdk: typeof import('@aws-sdk/client-s3') }

async function open(settings: S3Settings): Promise<S3> {
  const sdk = await import('@aws-sdk/client-s3')
  const { region, endpoint, accessKeyId, secretAccessKey, pathStyle } = settings
  const client = new sdk.S3Client({
    region,
    endpoint,
    forcePathStyle: pathStyle,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    // Not every store knows the newer checksums; what is read is checked against its hash anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, sdk }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
    // A missing bucket is no missing object.
    if ($metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket') return undefined
    throw error
  }
}
