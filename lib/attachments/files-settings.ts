import { z } from 'zod'

/** The variables that say where files lie: a folder, or where a bucket is named, that bucket. */
export const filesVariables = {
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_ENDPOINT: z.url('a full address such as https://s3.example.gov.cn is needed').optional(),
  FILES_S3_REGION: z.string().default('us-east-1'),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
  FILES_S3_PREFIX: z
    .string()
    .regex(/^([\w.-]+\/)+$/, 'folders ending in / are needed')
    .or(z.literal(''))
    .default(''),
  FILES_S3_PATH_STYLE: z.stringbool('true or false is needed').default(true),
}

const settings = z.object(filesVariables)

export type FilesSettings = z.output<typeof settings> & { FILES_DIR: string }

/** What a bucket needs and was not given. */
export function missingForBucket(given: z.output<typeof settings>): (keyof typeof given)[] {
  if (!given.FILES_S3_BUCKET) return []
  const needed = ['FILES_S3_ACCESS_KEY_ID', 'FILES_S3_SECRET_ACCESS_KEY'] as const
  return needed.filter((name) => !given[name])
}

/** The same for programs that work on an installation without the product's whole environment. */
export function readFilesSettings(source: Record<string, string | undefined>, folder: string) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const values = settings.parse(given)
  const missing = missingForBucket(values)
  if (missing.length > 0) throw new Error(`FILES_S3_BUCKET is set, but not ${missing.join(', ')}.`)
  return { ...values, FILES_DIR: folder }
}
