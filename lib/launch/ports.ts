import { createServer } from 'node:net'

/** A port on 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const port = await listen(0, '127.0.0.1')
  if (port === null) throw new Error('No free port on 127.0.0.1.')
  return port
}

/** True when the port can be listened on at the given address. */
export async function isFree(port: number, host: string): Promise<boolean> {
  return (await listen(port, host)) !== null
}

/** The wanted port, or the next one that is free (50 are tried). */
export async function firstFree(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 50; port++) {
    if (await isFree(port, host)) return port
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 49}.`)
}

function listen(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}
