import { connect, type Socket } from 'node:net'

export type Answer = { status: number; head: string; body: string; milliseconds: number }
export type Figures = { p50: number; p95: number; perSecond: number }

/** One keep-alive connection that asks for a path again and again; as cheap as a client can be. */
export class Connection {
  private readonly socket: Socket
  private received: Buffer = Buffer.alloc(0)
  private waiting: { resolve(answer: Answer): void; reject(e: Error): void; since: number } | null =
    null

  constructor(
    private readonly port: number,
    private readonly cookie: string,
  ) {
    this.socket = connect(port, '127.0.0.1')
    this.socket.setNoDelay(true)
    this.socket.on('data', (chunk) => this.take(chunk))
    const lost = (error?: Error) => this.waiting?.reject(error ?? new Error('connection closed'))
    this.socket.on('error', lost)
    this.socket.on('close', () => lost())
  }

  ask(path: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject, since: performance.now() }
      this.socket.write(
        `GET ${path} HTTP/1.1\r\nHost: localhost:${this.port}\r\nAccept: text/html,application/json\r\n` +
          `Accept-Language: zh-CN\r\nCookie: ${this.cookie}\r\n\r\n`,
      )
    })
  }

  close(): void {
    this.waiting = null
    this.socket.destroy()
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk])
    const end = this.received.indexOf('\r\n\r\n')
    if (end < 0 || !this.waiting) return
    const head = this.received.subarray(0, end).toString('latin1')
    const body = this.received.subarray(end + 4)
    const length = /^content-length: (\d+)/im.exec(head)?.[1]
    const whole =
      length === undefined ? body.subarray(-5).toString() === '0\r\n\r\n' : body.length >= +length
    if (!whole) return
    const { resolve, since } = this.waiting
    this.waiting = null
    this.received = Buffer.alloc(0)
    const status = Number(head.slice(9, 12))
    resolve({ status, head, body: body.toString(), milliseconds: performance.now() - since })
  }
}

/** Asks for a path over so many connections at once, for so many milliseconds after warming up. */
export async function load(
  target: { port: number; path: string; cookie: string },
  connections: number,
  { warm, measure }: { warm: number; measure: number },
): Promise<Figures> {
  const times: number[] = []
  const begin = performance.now() + warm
  const end = begin + measure
  let spent = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = new Connection(target.port, target.cookie)
      try {
        while (performance.now() < end) {
          const sent = performance.now()
          const { status, milliseconds } = await connection.ask(target.path)
          if (status !== 200) throw new Error(`${target.path} answered ${status}`)
          if (sent >= begin) times.push(milliseconds)
        }
        spent = Math.max(spent, performance.now() - begin)
      } finally {
        connection.close()
      }
    }),
  )
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]
  return { p50: at(0.5) ?? 0, p95: at(0.95) ?? 0, perSecond: (times.length / spent) * 1_000 }
}
