import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

/**
 * The SQL that turns the database's tables into those of prisma/schema; empty when they agree.
 * Prisma's own engine, in its WebAssembly form, which needs no download. It does not see policies,
 * triggers, grants, functions, checks and partial indexes: those are written by hand.
 */
export async function diffDatabaseToSchema(url: string, schemaFolder: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  try {
    const files = readSchema(schemaFolder)
    const engine = await startEngine(files, pool)
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    const script = result.stdout?.trim() ?? ''
    return script === '-- This is an empty migration.' ? '' : script
  } finally {
    await pool.end()
  }
}

type SchemaFile = { path: string; content: string }

function readSchema(folder: string): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => path.join(folder, name))
    .map((file) => ({ path: file, content: readFileSync(file, 'utf8') }))
}

/** The package's own loader expects a bundler; under Node its parts are put together by hand. */
async function startEngine(files: SchemaFile[], pool: pg.Pool): Promise<SchemaEngine> {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import(entry)
  const binary = readFileSync(entry.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  const exports = instance.exports as { __wbindgen_start(): void }
  exports.__wbindgen_start()
  // The engine tells here why it gives up; without it the reason would be a TypeError.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        throw new Error(`Prisma's schema engine failed: ${message}`)
      },
    },
  })
  const datamodels = files.map((file) => [file.path, file.content])
  const adapter = bindMigrationAwareSqlAdapterFactory(describingAdapter(pool))
  return glue.SchemaEngine.new({ datamodels }, () => undefined, adapter)
}

/**
 * PostgreSQL's catalog has a one-byte type "char" (18) which the adapter does not know. It is passed
 * on as text (25), except where the engine insists on a single character.
 */
function describingAdapter(pool: pg.Pool): PrismaPg {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args)
    for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 25
    return result
  }) as typeof pool.query

  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (statement) => {
      const result = await queryRaw(statement)
      const at = result.columnNames.indexOf('constraint_type')
      if (at >= 0) result.columnTypes[at] = characterColumn
      return result
    }
    return adapter
  }
  return factory
}

/** `ColumnTypeEnum.Character` of the adapter's protocol. */
const characterColumn = 6
