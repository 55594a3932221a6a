import { formatNumber } from '@/lib/i18n/format'

/** A size in words: KB up to one MB, then MB. */
export function fileSize(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`
    : `${formatNumber(bytes / 1024 / 1024, 1)} MB`
}
