import pg from 'pg'
import { Connection, type Figures, load } from './load'
import type { BenchRole, People } from './people'
import { ofBuild } from './scripts'
import type { Place, Stage } from './stage'
import { type DatabaseWork, databaseWork } from './statements'
import { type Asked, knownBy, readAs } from './yardstick'
import { statementsFor } from './yardstick-sql'

export type Pace = { warm: number; measure: number; times: number }

export type PageResult = {
  name: string
  scale: string
  product: DatabaseWork
  yardstick: DatabaseWork | null
  one: Figures
  eight: Figures
  /** First-load JavaScript, kB gzip. */
  scripts: number
}

export type PageSpec = { name: string; path: string; role: BenchRole | null; asked: Asked | null }

/** Measures one page for one person: statements and database time, then times, then scripts. */
export async function measurePage(
  stage: Stage,
  place: Place,
  people: People,
  spec: PageSpec,
  pace: Pace,
): Promise<PageResult> {
  const { role, asked } = spec
  const cookie = role ? await place.cookie(people, role) : ''
  const superuser = new pg.Client({ connectionString: stage.superUrl })
  const client = new pg.Client({ connectionString: place.appUrl })
  const connection = new Connection(place.port, cookie)
  await superuser.connect()
  await client.connect()
  try {
    const { body, status } = await connection.ask(spec.path)
    if (status !== 200) throw new Error(`${spec.name}: ${spec.path} answered ${status}`)
    const product = await databaseWork(superuser, place.database, pace.times, () =>
      connection.ask(spec.path),
    )
    const byHand = async () => {
      if (!role || !asked) return
      const known = await knownBy(client, people.sessions[role])
      if (!known) throw new Error('the session of the yardstick is none')
      await readAs(client, known, statementsFor(asked, known))
    }
    const yardstick = asked
      ? await databaseWork(superuser, place.database, pace.times, byHand)
      : null
    const target = { port: place.port, path: spec.path, cookie }
    return {
      name: spec.name,
      scale: place.scale,
      product,
      yardstick,
      one: await load(target, 1, pace),
      eight: await load(target, 8, pace),
      scripts: ofBuild(stage.standalone)(body),
    }
  } finally {
    connection.close()
    await client.end()
    await superuser.end()
  }
}

export type ApiResult = {
  name: string
  product: { one: Figures; eight: Figures }
  reference: { one: Figures; eight: Figures } | null
}

/** An answer of the API beside the reference server's, at one connection and at eight. */
export async function measureApi(
  stage: Stage,
  spec: { name: string; path: string; reference: string | null },
  pace: Pace,
): Promise<ApiResult> {
  const { guangxi } = stage.places
  const cookie = await guangxi.cookie(guangxi.scene.people, 'office')
  const both = async (port: number, path: string) => ({
    one: await load({ port, path, cookie }, 1, pace),
    eight: await load({ port, path, cookie }, 8, pace),
  })
  return {
    name: spec.name,
    product: await both(guangxi.port, spec.path),
    reference: spec.reference ? await both(stage.referencePort, spec.reference) : null,
  }
}
