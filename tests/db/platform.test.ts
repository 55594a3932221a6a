import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { migrate, readMigrations } from '@/lib/launch/migrate'
import { appRoleProblem } from '@/lib/launch/roles'
import { databaseOfThisFile } from '@/tests/support/database'

const { owner, app } = databaseOfThisFile()

describe('roles', () => {
  test('the product’s role owns nothing, bypasses nothing and does not compile queries', async () => {
    expect(await appRoleProblem(env().DATABASE_URL)).toBeNull()
    expect((await app.query('SHOW jit')).rows).toEqual([{ jit: 'off' }])
    await expect(app.query('CREATE TABLE own (id int)')).rejects.toThrow(/permission denied/)
    await expect(app.query('CREATE SCHEMA own')).rejects.toThrow(/permission denied/)
  })

  test('the owner’s role is not accepted as the product’s', async () => {
    expect(await appRoleProblem(env().DATABASE_OWNER_URL ?? '')).toMatch(/owns tables/)
  })
})

describe('migrations', () => {
  const folder = 'prisma/migrations'

  test('are applied once, with the checksum Prisma expects', async () => {
    const migrations = readMigrations(folder)
    const applied = await migrate(env().DATABASE_OWNER_URL ?? '', migrations, () => undefined)
    expect(applied).toEqual([])
    const { rows } = await owner.query('SELECT migration_name, checksum FROM _prisma_migrations')
    expect(rows).toHaveLength(migrations.length)
    expect(readFileSync(`${folder}/${migrations[0]?.name}/migration.sql`, 'utf8')).toContain(
      'CREATE',
    )
  })

  test('an edited migration is refused', async () => {
    const [first, ...rest] = readMigrations(folder)
    if (!first) throw new Error('no migration')
    const edited = [{ ...first, checksum: 'other' }, ...rest]
    await expect(migrate(env().DATABASE_OWNER_URL ?? '', edited, () => undefined)).rejects.toThrow(
      `Migration ${first.name} was edited after it was applied`,
    )
  })

  test('a failing migration leaves nothing behind and names its line', async () => {
    const sql = 'CREATE TABLE half (id int);\nSELECT nothing_there;\n'
    const broken = [...readMigrations(folder), { name: '99_broken', sql, checksum: 'x' }]
    await expect(migrate(env().DATABASE_OWNER_URL ?? '', broken, () => undefined)).rejects.toThrow(
      /99_broken failed.*line 2: SELECT nothing_there/,
    )
    expect((await owner.query("SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }])
  })
})
