import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { POST as act } from '@/app/api/v1/[part]/[id]/[act]/route'
import { POST as addAttachment } from '@/app/api/v1/attachments/route'
import { POST as addRecord } from '@/app/api/v1/records/route'
import { POST as logVisit } from '@/app/api/v1/visits/route'
import { sessionOfRequest } from './request-session'

/** What happens to one request on its way; the first is no fault at all. */
export type Fault = 'fine' | 'lost' | 'answerLost' | 'killed' | 'portal' | 'badGateway'

type Options = {
  /** Of a request of so many bytes. */
  fault: (bytes: number) => Fault
  /** Ends every connection to the database, as the death of the server does. */
  kill: () => Promise<void>
}

type Handler = (request: Request, context: never) => Promise<Response>

/** The product's own route handlers behind a real socket, over a network that fails as told. */
export async function startPhoneServer({ fault, kill }: Options) {
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => request.socket.destroy())
  })
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const what = fault(body.length)
    if (what === 'lost') return request.socket.destroy()
    if (what === 'portal') return page(response, 200, 'Welcome to the hotel')
    if (what === 'badGateway') return page(response, 502, 'Bad gateway')
    const handling = handle(request, body)
    if (what === 'killed') {
      await Promise.all([kill(), handling.catch(() => undefined)])
      return request.socket.destroy()
    }
    const answered = await handling
    if (what === 'answerLost') return request.socket.destroy()
    response.writeHead(answered.status, Object.fromEntries(answered.headers))
    response.end(Buffer.from(await answered.arrayBuffer()))
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function page(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end(`<h1>${text}</h1>`)
}

function handle(incoming: IncomingMessage, body: Buffer): Promise<Response> {
  const path = incoming.url ?? ''
  const headers = new Headers(incoming.headers as Record<string, string>)
  const url = `http://${headers.get('host')}${path}`
  const request = new Request(url, { method: 'POST', headers, body: new Uint8Array(body) })
  const { handler, params } = routeOf(path)
  return sessionOfRequest.run(headers.get('x-session') ?? undefined, () =>
    handler(request, { params: Promise.resolve(params) } as never),
  )
}

function routeOf(path: string): { handler: Handler; params: Record<string, string> } {
  const [part = '', id = '', verb = ''] = path.replace('/api/v1/', '').split('/')
  if (part === 'visits') return { handler: logVisit, params: {} }
  if (part === 'records') return { handler: addRecord, params: {} }
  if (part === 'attachments') return { handler: addAttachment, params: {} }
  return { handler: act, params: { part, id, act: verb } }
}

/** Makes `fetch` reach that server as the page of a phone would, with whatever session it holds. */
export function phoneFetch(url: string, session: () => string): typeof fetch {
  const real = globalThis.fetch
  return (path, init) =>
    real(`${url}${path}`, {
      ...init,
      headers: { ...(init?.headers as object), origin: url, 'x-session': session() },
    })
}
