import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Import = {
  /** A file of this repository without extension (`lib/db`), or a package (`zod`, `next/link`). */
  target: string
  ours: boolean
  typeOnly: boolean
}

export type Source = {
  file: string
  text: string
  lines: number
  imports: Import[]
  /** Begins with `import 'server-only'`: never in a browser. */
  server: boolean
  /** Begins with `'use client'`. */
  client: boolean
}

/** Our TypeScript files under the given folders: tracked ones and new ones, never ignored ones. */
export function readSources(root: string, folders: readonly string[]): Source[] {
  return listFiles(root, folders)
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      return {
        file,
        text,
        lines: text.split('\n').length - 1,
        imports: importsOf(text, file),
        server: text.startsWith("import 'server-only'"),
        client: text.startsWith("'use client'"),
      }
    })
}

/** What git tracks or would track, relative to the root. */
export function listFiles(root: string, folders: readonly string[] = []): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...folders]
  const output = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return [...new Set(output.split('\0'))].filter(
    (file) => file && existsSync(path.join(root, file)),
  )
}

const statement =
  /(?:^|\n)(?:import|export)\s+(type\s+)?(?:([^'"`;]*?)\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

function importsOf(text: string, file: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '')
  return [...code.matchAll(statement)].flatMap(([, type, names, from, dynamic]) => {
    const target = from ?? dynamic
    if (!target) return []
    const local = resolve(target, file)
    const allTypes =
      names !== undefined && /^\{(\s*type\s+[\w$]+(\s+as\s+\w+)?\s*,?)+\s*\}$/.test(names.trim())
    return [{ target: local ?? target, ours: local !== null, typeOnly: Boolean(type) || allTypes }]
  })
}

function resolve(target: string, file: string): string | null {
  if (target.startsWith('@/')) return target.slice(2)
  if (target.startsWith('.')) return path.posix.join(path.posix.dirname(file), target)
  return null
}
