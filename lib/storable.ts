import { z } from 'zod'

/** Text as the database can keep it: without NUL, and without halves of characters. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** What is looked for in a list, as an address carries it. */
export const searchText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => storable(text) === text)

/** Text for `contains` and `startsWith`, where `%`, `_` and `\\` stand for themselves. */
export const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')
