import { endingFor, type MediaType } from './types'

const longest = 200
const unsafe = /[\p{C}\p{Zl}\p{Zp}"*:<>?|]/gu

/**
 * A file name fit to be shown and saved: without path parts, control and direction characters, at
 * most 200 characters with its ending kept, and still readable as the uploader named it.
 */
export function safeName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = last.replace(unsafe, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  if (clean === '') return 'file'
  const characters = [...clean]
  if (characters.length <= longest) return clean
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 && clean.length - dot <= 10 ? [...clean.slice(dot)] : []
  return [...characters.slice(0, longest - ending.length), ...ending].join('')
}

/** The same with an ending that fits what the file is, so that it opens with what can read it. */
export function nameFor(given: string, type: MediaType): string {
  const name = safeName(given)
  const { 1: stem = name, 2: ending = '' } = /^(.+)\.(\w{1,5})$/.exec(name) ?? []
  const right = endingFor(type, ending)
  return right === ending.toLowerCase() ? name : safeName(`${stem}.${right}`)
}

/** The header that makes a browser save a file under its name, whatever script it is in (RFC 5987). */
export function attachmentDisposition(name: string, how = 'attachment'): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}
