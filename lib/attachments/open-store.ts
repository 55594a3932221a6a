import 'server-only'
import type { ContentStore } from './contents'
import { diskStore } from './disk-store'
import type { FilesSettings } from './files-settings'
import { s3Store } from './s3-store'

/** The bucket where one is named, else the folder. */
export function openStore(settings: FilesSettings): ContentStore {
  const bucket = settings.FILES_S3_BUCKET
  if (!bucket) return diskStore(settings.FILES_DIR)
  return s3Store({
    bucket,
    endpoint: settings.FILES_S3_ENDPOINT,
    region: settings.FILES_S3_REGION,
    accessKeyId: settings.FILES_S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: settings.FILES_S3_SECRET_ACCESS_KEY ?? '',
    prefix: settings.FILES_S3_PREFIX,
    pathStyle: settings.FILES_S3_PATH_STYLE,
  })
}
