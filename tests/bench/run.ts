import { type DrawTimes, measureDraw } from './draw'
import { Connection } from './load'
import { type ApiResult, measureApi, measurePage, type Pace, type PageResult } from './measure'
import { type BenchRole, benchRoles } from './people'
import { measurePhone, type PhoneTimes } from './slow-phone'
import { type Place, type Stage, scales } from './stage'

export type Results = {
  at: string
  machine: string
  rows: Record<string, Record<string, number>>
  pages: PageResult[]
  api: ApiResult[]
  phone: PhoneTimes
  draw: DrawTimes
}

type Page = { items: { id: string }[]; nextCursor: string | null }

/** Everything that is measured, one thing after the other. */
export async function runBench(
  stage: Stage,
  pace: Pace,
  log: (line: string) => void,
): Promise<Pick<Results, 'pages' | 'api' | 'rows' | 'phone' | 'draw'>> {
  const pages: PageResult[] = []
  for (const scale of scales) {
    const place = stage.places[scale]
    const { people, caseId, villageId, crowded } = place.scene
    const measure = async (
      ...[whose, spec]: [typeof people, Parameters<typeof measurePage>[3]]
    ) => {
      log(`${scale}: ${spec.name} …`)
      pages.push(await measurePage(stage, place, whose, spec, pace))
    }
    const bare = { name: 'sign-in (nobody’s session)', path: '/sign-in', asked: null }
    await measure(people, { ...bare, role: null })
    for (const role of Object.keys(benchRoles) as BenchRole[]) {
      await measure(people, {
        name: `home of ${role}`,
        path: '/',
        role,
        asked: { page: 'home', role },
      })
    }
    const office = { role: 'office' } as const
    await measure(people, {
      ...office,
      name: 'case list',
      path: '/cases',
      asked: { page: 'list' },
    })
    await measure(people, {
      ...office,
      name: 'case page',
      path: `/cases/${caseId}`,
      asked: { page: 'case', caseId },
    })
    await measure(people, {
      ...office,
      name: 'visits',
      path: '/visits',
      asked: { page: 'visits' },
    })
    await measure(people, {
      role: 'team',
      name: 'visits of the work team',
      path: '/visits?author=me',
      asked: { page: 'visits', mine: true },
    })
    await measure(people, {
      ...office,
      name: 'visits of a case',
      path: `/cases/${caseId}/visits`,
      asked: null,
    })
    await measure(people, {
      ...office,
      name: 'village page',
      path: `/villages/${villageId}`,
      asked: { page: 'village', villageId },
    })
    await measure(people, {
      role: 'team',
      name: 'visit form',
      path: '/visits/new',
      asked: { page: 'visitForm' },
    })
    await measure(people, { role: 'team', name: 'phone page', path: '/work', asked: null })
    if (await exists(place)) {
      await measure(people, {
        ...office,
        name: 'search',
        path: `/search?q=${encodeURIComponent('演示')}`,
        asked: { page: 'search', words: '演示' },
      })
    }
    if (!crowded) continue
    await measure(crowded, {
      ...office,
      name: 'case list, county of 5,000',
      path: '/cases',
      asked: { page: 'list' },
    })
    await measure(crowded, {
      ...office,
      name: 'visits, county of 255,000',
      path: '/visits',
      asked: { page: 'visits' },
    })
    const { cursor, after } = await fortieth(place)
    await measure(crowded, {
      ...office,
      name: 'its 40th page',
      path: `/cases?cursor=${encodeURIComponent(cursor)}`,
      asked: { page: 'list', after },
    })
  }
  const { caseId } = stage.places.guangxi.scene
  const api: ApiResult[] = []
  for (const spec of [
    { name: 'empty route handler (/api/health)', path: '/api/health', reference: null },
    { name: 'session check only (/me)', path: '/api/v1/me', reference: null },
    { name: 'list (/cases)', path: '/api/v1/cases', reference: '/cases' },
    { name: 'case (/cases/{id})', path: `/api/v1/cases/${caseId}`, reference: `/cases/${caseId}` },
    { name: 'batches (/batches)', path: '/api/v1/batches', reference: '/batches' },
  ]) {
    log(`API: ${spec.name} …`)
    api.push(await measureApi(stage, spec, pace))
  }
  log('slow phone …')
  const phone = await measurePhone(stage.places.guangxi, stage.places.guangxi.scene.people, log)
  const rows = Object.fromEntries(scales.map((scale) => [scale, stage.places[scale].scene.rows]))
  log('draw of 1,000 …')
  return { pages, api, rows, phone, draw: measureDraw() }
}

/** Whether this version has the search page. */
async function exists(place: Place): Promise<boolean> {
  const cookie = await place.cookie(place.scene.people, 'office')
  const connection = new Connection(place.port, cookie)
  const { status } = await connection.ask('/search?q=%E6%BC%94')
  connection.close()
  return status === 200
}

/** The cursor after 39 pages of 50 in the county of 5,000 cases, and the case it stands on. */
async function fortieth(place: Place) {
  const { crowded } = place.scene
  if (!crowded) throw new Error('no county of 5,000 cases here')
  const connection = new Connection(place.port, await place.cookie(crowded, 'office'))
  let cursor = ''
  try {
    for (let page = 1; page < 40; page++) {
      const { body } = await connection.ask(
        `/api/v1/cases?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      )
      const json = body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)
      cursor = (JSON.parse(json.replace(/\r\n[0-9a-f]+\r\n/g, '')) as Page).nextCursor ?? ''
    }
  } finally {
    connection.close()
  }
  const { redOn, id } = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  return { cursor, after: { redOn: String(redOn), id: String(id) } }
}
