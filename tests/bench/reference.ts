import { createServer } from 'node:http'
import { decode } from 'next-auth/jwt'
import { Pool } from 'pg'
import { knownBy, readAs } from './yardstick'
import { apiBatches, apiCase, byStage, listPage } from './yardstick-sql'

/**
 * The API's list, case and batches with nothing between the socket and the database: node:http and
 * pg, the same cookie decoded, the same session looked up, the same policies.
 */
export function startReference(given: { port: number; databaseUrl: string; secret: string }) {
  const pool = new Pool({ connectionString: given.databaseUrl, max: 10 })
  const server = createServer(async (request, response) => {
    const send = (status: number, body: unknown) => {
      const text = JSON.stringify(body)
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'content-length': Buffer.byteLength(text),
      })
      response.end(text)
    }
    const client = await pool.connect()
    try {
      const token = /next-auth\.session-token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
      const said = token ? await decode({ token, secret: given.secret }) : null
      const known = said?.sid ? await knownBy(client, String(said.sid)) : undefined
      if (!known) return send(401, {})
      const url = new URL(request.url ?? '/', 'http://localhost')
      if (url.pathname === '/batches') {
        const [items] = await readAs(client, known, [[apiBatches, [known.countyId]]])
        return send(200, { items })
      }
      if (url.pathname === '/cases') {
        const county = [known.countyId]
        const [counts, items] = await readAs(client, known, [
          [byStage, county],
          [listPage(21), county],
        ])
        return send(200, { items: items?.slice(0, 20), counts })
      }
      const [rows] = await readAs(client, known, [[apiCase, [url.pathname.slice(7)]]])
      return send(rows?.[0] ? 200 : 404, rows?.[0] ?? {})
    } catch (error) {
      return send(500, { message: String(error) })
    } finally {
      client.release()
    }
  })
  server.listen(given.port, '127.0.0.1')
}
