type Layer = {
  code?: unknown
  name?: unknown
  message?: unknown
  severity?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: unknown }
}

/** Prisma: unreachable, timed out, closed, pool exhausted, transaction not begun. */
const prisma = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']
const network = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE', 'EHOSTUNREACH']
/** PostgreSQL: connection exceptions, no more connections, being shut down or started. */
const postgres = /^(08...|53300|57P0.)$/

/** What node-postgres says of a connection that is gone. */
const lost = /^(Connection terminated|Client has encountered a connection error)/

/** Whether it is the database that cannot be reached, rather than anything wrong with the request. */
export function isDatabaseAway(error: unknown): boolean {
  return layersOf(error).some(
    ({ code, name, message, severity }) =>
      severity === 'FATAL' ||
      name === 'PrismaClientInitializationError' ||
      (typeof code === 'string' &&
        (prisma.includes(code) || network.includes(code) || postgres.test(code))) ||
      (typeof message === 'string' && lost.test(message)),
  )
}

/** An error and what it was caused by, as Prisma and its adapter wrap them. */
function layersOf(error: unknown): Layer[] {
  const layers: Layer[] = []
  for (let at = error as Layer | undefined; at && layers.length < 6; ) {
    layers.push(at)
    at = (at.meta?.driverAdapterError ?? at.cause) as Layer | undefined
  }
  return layers
}
