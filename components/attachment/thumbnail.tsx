import { useTranslations } from 'next-intl'

type ThumbnailProps = { file: { id: string; name: string; mediaType: string; pictured: boolean } }

const shorts: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/msword': 'DOC',
  'application/vnd.ms-excel': 'XLS',
}

/** The small picture of a file, which opens the large one; of what is no picture its kind in letters. */
export function Thumbnail({ file }: ThumbnailProps) {
  const t = useTranslations('attachments')
  const { id, name, mediaType, pictured } = file
  const box = 'flex-none overflow-hidden rounded border border-line bg-sunk'
  if (pictured) {
    return (
      <a
        href={`/api/attachments/${id}?view`}
        target="_blank"
        rel="noopener"
        className={`${box} block w-fit`}
      >
        {/* biome-ignore lint/performance/noImgElement: behind the viewer's gates, the optimiser must not keep it */}
        <img
          src={`/api/attachments/${id}/thumbnail`}
          alt={t('view', { name })}
          loading="lazy"
          decoding="async"
          width={104}
          height={78}
          className="h-[4.875rem] w-[6.5rem] object-cover"
        />
      </a>
    )
  }
  return (
    <span
      aria-hidden="true"
      className={`${box} flex h-[4.875rem] w-[6.5rem] items-center justify-center text-md font-semibold text-ink-2`}
    >
      {shorts[mediaType] ?? (mediaType.includes('sheet') ? 'XLSX' : wordOf(mediaType))}
    </span>
  )
}

function wordOf(mediaType: string): string {
  return mediaType.startsWith('image/') ? 'IMG' : 'DOCX'
}
