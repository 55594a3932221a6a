import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const filesSchema = z.object({ script: z.string(), style: z.string() })

/** The names of the kept page's script and style; each holds the hash of its content. */
export type PageFiles = z.infer<typeof filesSchema>

const inFolder = (name: string) =>
  path.join(/* turbopackIgnore: true */ process.cwd(), '.next/phone', name)

/** What lib/launch/build-phone.ts built last. */
export async function pageFiles(): Promise<PageFiles> {
  return filesSchema.parse(JSON.parse(await readFile(inFolder('files.json'), 'utf8')))
}

/** One of the two; undefined where it is neither. */
export async function readPageFile(name: string) {
  const { script, style } = await pageFiles()
  if (name !== script && name !== style) return undefined
  const type = name === script ? 'text/javascript' : 'text/css'
  return { type, bytes: await readFile(inFolder(name)) }
}
