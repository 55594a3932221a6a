/**
 * The text of an uploaded table: UTF-8, or GB 18030 as spreadsheets in China save it. Works in the
 * browser and on the server alike.
 */
export function tableText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
