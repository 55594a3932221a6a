/*
 * Files chosen in a form before its record exists. They stay in this page's memory, under the record
 * they will belong to, until its own page takes and sends them: what happens to one of them then
 * touches neither the form nor the others.
 */
const waiting = new Map<string, File[]>()

/** The files chosen for a record so far. */
export function setWaiting(subject: string, files: readonly File[]): void {
  if (files.length === 0) waiting.delete(subject)
  else waiting.set(subject, [...files])
}

/** Takes them over, once. */
export function takeWaiting(subject: string): File[] {
  const files = waiting.get(subject) ?? []
  waiting.delete(subject)
  return files
}
