/** One file (issue 4, "Attachments"). */
export const largestFile = 20 * 1024 * 1024

/** Files of one record. */
export const mostFiles = 50

/** Pixels of a picture that is opened at all: phones take up to 64 million. */
export const mostPixels = 80_000_000

/** The long sides of a picture as it is kept, and of the small one in lists. */
export const longSide = 2560
export const thumbnailSide = 320

/** An office file unpacked: a workbook of a thousand full sheets takes less. */
export const mostUnpacked = 120_000_000
export const mostParts = 5_000
