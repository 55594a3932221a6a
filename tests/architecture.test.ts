import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { missingOptionals } from '@/lib/launch/lock-file'
import { type Import, listFiles, readSources, type Source } from './support/sources'

/*
 * docs: architecture. Each rule lists what breaks it; the list must be empty. Types may be imported
 * from anywhere (they leave no trace at run time), except upwards from lib.
 */
const root = process.cwd()
const sources = readSources(root, ['app', 'components', 'lib', 'bin', 'tests', 'prisma'])
const byModule = new Map(sources.map((source) => [source.file.replace(/\.tsx?$/, ''), source]))

const inside = (folder: string) => sources.filter(({ file }) => file.startsWith(`${folder}/`))

/** Programs and what starts them: they run outside a request and read files, processes, settings. */
const ofProcesses = (file: string) =>
  file.startsWith('lib/launch/') || file === 'lib/env.ts' || file === 'lib/log.ts'

const isServer = (target: string) => {
  const source = byModule.get(target)
  return source !== undefined && (source.server || ofProcesses(source.file))
}

const isCommands = (target: string) => /^lib\/.+(\/|-)commands$/.test(target)
const isQueries = (target: string) => /^lib\/.+(\/|-)queries$/.test(target)
const isGenerated = (target: string) => target.startsWith('prisma/generated/')
const isPure = (target: string) =>
  target.startsWith('lib/') ? !isServer(target) : target === 'prisma/generated/enums'

/** What of a file's run-time imports a rule does not allow, as `file → target`. */
function broken(files: Source[], allows: (entry: Import, source: Source) => boolean): string[] {
  return files.flatMap((source) =>
    source.imports
      .filter((entry) => !entry.typeOnly && !allows(entry, source))
      .map((entry) => `${source.file} → ${entry.target}`),
  )
}

test('the reader of imports sees them', () => {
  const db = byModule.get('lib/db')
  expect(db?.server).toBe(true)
  expect(db?.imports).toContainEqual({ target: 'lib/env', ours: true, typeOnly: false })
  expect(db?.imports).toContainEqual({ target: 'pg', ours: false, typeOnly: false })
})

describe('who may import whom', () => {
  test('lib and prisma know nothing of app and components, not even types', () => {
    const upwards = [...inside('lib'), ...inside('prisma')].flatMap((source) =>
      source.imports
        .filter(({ target, ours }) => ours && /^(app|components)\//.test(target))
        .map(({ target }) => `${source.file} → ${target}`),
    )
    expect(upwards).toEqual([])
  })

  test('pages and layouts read by queries and never write', () => {
    const pages = inside('app').filter(({ file }) => /(^|\/)(page|layout)\.tsx$/.test(file))
    expect(
      broken(
        pages,
        ({ target, ours }) =>
          !ours ||
          target.startsWith('components/') ||
          target.startsWith('app/') ||
          isPure(target) ||
          isQueries(target) ||
          ['lib/access/viewer', 'lib/access/policy', 'lib/env', 'lib/clock'].includes(target) ||
          target.startsWith('lib/i18n/'),
      ),
    ).toEqual([])
  })

  test('actions know the gate, commands, inputs and paths only', () => {
    const actions = inside('app').filter(({ file }) => /(^|\/)actions\.ts$/.test(file))
    expect(
      broken(
        actions,
        ({ target }) =>
          ['lib/action', 'lib/paths', 'zod'].includes(target) ||
          isCommands(target) ||
          /\/schema$/.test(target),
      ),
    ).toEqual([])
  })

  test('components take data as properties: no database, queries or commands', () => {
    expect(
      broken(inside('components'), ({ target, ours }) =>
        ours
          ? target.startsWith('components/') || target.startsWith('lib/i18n/') || isPure(target)
          : !/^(pg|pg-boss|pino|@prisma\/|next-auth)/.test(target),
      ),
    ).toEqual([])
  })

  test('what runs in the browser imports nothing of the server', () => {
    const browser = sources.filter(({ client }) => client)
    expect(
      broken(browser, ({ target }) => !isServer(target) && !isGeneratedClient(target)),
    ).toEqual([])
  })

  test('pure files import pure files', () => {
    const pure = inside('lib').filter(({ file, server }) => !server && !ofProcesses(file))
    expect(
      broken(pure, ({ target, ours }) =>
        ours
          ? isPure(target) || target.startsWith('lib/i18n/') || target.startsWith('prisma/data/')
          : !/^(pg|pg-boss|pino|next\/|next-auth|node:(?!crypto))/.test(target),
      ),
    ).toEqual([])
  })

  test('next/* stays at the edge', () => {
    const edge = /^lib\/(action(-failure)?|access\/viewer|accounts\/session-cookie|i18n\/.*)\.tsx?$/
    const within = inside('lib').filter(({ file }) => !edge.test(file))
    expect(broken(within, ({ target }) => !target.startsWith('next/'))).toEqual([])
  })

  test('the database is reached through lib/db alone', () => {
    const readiness = ['lib/readiness.ts']
    const within = inside('lib').filter(
      ({ file }) => !ofProcesses(file) && file !== 'lib/db.ts' && !readiness.includes(file),
    )
    expect(
      broken(
        [...within, ...inside('app')],
        ({ target }) => target !== 'pg' && !/@prisma\/adapter/.test(target),
      ),
    ).toEqual([])
  })
})

const isGeneratedClient = (target: string) =>
  isGenerated(target) &&
  target !== 'prisma/generated/enums' &&
  target !== 'prisma/generated/browser'

describe('shape', () => {
  test('queries, commands and whatever uses them begin with server-only', () => {
    const missing = inside('lib')
      .filter(({ file, server }) => !server && !ofProcesses(file))
      .filter(
        ({ file, imports }) =>
          isCommands(file.replace(/\.ts$/, '')) ||
          isQueries(file.replace(/\.ts$/, '')) ||
          imports.some(({ target, typeOnly }) => !typeOnly && isServer(target)),
      )
      .map(({ file }) => file)
    expect(missing).toEqual([])
  })

  test('no barrels: no index file, no export of everything', () => {
    const barrels = sources.filter(
      ({ file, text }) => /(^|\/)index\.tsx?$/.test(file) || /^export \* from/m.test(text),
    )
    expect(barrels.map(({ file }) => file)).toEqual([])
  })

  test('no catch-all folders', () => {
    const banned = /(^|\/)(services|utils|helpers|types|hooks|repositories)\//
    expect(listFiles(root).filter((file) => banned.test(file))).toEqual([])
  })

  test('files are small: none over 300 lines, the median at most 60', () => {
    const counted = sources.filter(({ file }) => !/^prisma\/|^tests\/|\/seed/.test(file))
    const long = sources.filter(({ file, lines }) => lines > 300 && !/^prisma\/seed\//.test(file))
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([])
    const sorted = counted.map(({ lines }) => lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60)
  })

  test('npm ci accepts the lock file (else: npm run lock)', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    expect(missingOptionals(packages).map(({ name }) => name)).toEqual([])
  })

  test('nothing stands at the top but what belongs there', () => {
    const known = new Set([
      ...['app', 'bin', 'components', 'docs', 'lib', 'prisma', 'public', 'tests'],
      ...['.biome', '.ci', '.gitignore', 'README.md', 'README.zh-CN.md', 'package.json'],
      ...[
        'package-lock.json',
        'tsconfig.json',
        'next.config.ts',
        'postcss.config.mjs',
        'biome.json',
      ],
      ...['knip.json', 'prisma.config.ts', 'vitest.config.ts', 'playwright.config.ts'],
      ...['proxy.ts', 'instrumentation.ts'],
    ])
    const top = new Set(listFiles(root).map((file) => file.split('/')[0] ?? file))
    expect([...top].filter((name) => !known.has(name))).toEqual([])
  })
})
