/** What an attachment can be, by its content. */
export const mediaTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
} as const

export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

/** The endings of a name that fit a type; the first is given to a name with another one. */
const endings: Record<MediaType, readonly [string, ...string[]]> = {
  [mediaTypes.pdf]: ['pdf'],
  [mediaTypes.jpeg]: ['jpg', 'jpeg', 'jfif'],
  [mediaTypes.png]: ['png'],
  [mediaTypes.webp]: ['webp'],
  [mediaTypes.docx]: ['docx'],
  [mediaTypes.xlsx]: ['xlsx'],
  [mediaTypes.doc]: ['doc', 'wps'],
  [mediaTypes.xls]: ['xls', 'et'],
}

/** The ending that a file of this type must have to be opened with what can read it. */
export function endingFor(type: MediaType, given: string): string {
  const [first, ...others] = endings[type]
  return others.find((one) => one === given.toLowerCase()) ?? first
}

/** Whether it is a picture, as the server keeps them: re-encoded and safe to be shown. */
export function isPicture(type: string): boolean {
  return type.startsWith('image/')
}

/** What an upload form lets one choose; the content decides, never the name. */
export const chooseable = [
  'image/*',
  ...Object.values(mediaTypes).filter((type) => !isPicture(type)),
  '.doc',
  '.docx',
  '.xls',
  '.xlsx',
].join(',')
