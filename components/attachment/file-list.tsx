import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { ListedFile } from '@/lib/attachments/select'
import { formatInstant } from '@/lib/i18n/format'
import { FileOversight } from './file-oversight'
import { fileSize } from './file-size'
import { Thumbnail } from './thumbnail'

/** Files of a record: pictures as small pictures, each with its name, size, and who added it. */
export function FileList({ files }: { files: readonly ListedFile[] }) {
  const t = useTranslations('attachments')
  const locale = useLocale()

  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 gap-y-4">
      {files.map((file) => (
        <li key={file.id} className="flex min-w-0 items-start gap-3">
          <Thumbnail file={file} />
          <div className="grid min-w-0 gap-0.5 text-sm text-ink-2">
            {/* A file to save, not a page: no client navigation. */}
            <a
              href={`/api/attachments/${file.id}`}
              className="text-md break-all text-blue underline-offset-4 hover:underline"
            >
              {file.name}
            </a>
            <span>
              {fileSize(file.bytes)} · {file.uploadedByName}
            </span>
            <span>{formatInstant(file.createdAt, locale)}</span>
            {file.internal || file.withdrawn ? (
              <span className="flex gap-2">
                {file.internal ? <Badge tone="brand">{t('internal.mark')}</Badge> : null}
                {file.withdrawn ? <Badge tone="amber">{t('withdrawn')}</Badge> : null}
              </span>
            ) : null}
            <FileOversight file={file} />
          </div>
        </li>
      ))}
    </ul>
  )
}
