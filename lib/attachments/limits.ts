/** Scans go up to 20 MB (design, "Signed scans"). */
export const largestFile = 20 * 1024 * 1024

/** What an upload form lets one choose; the content decides, never the name. */
export const acceptedTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const
