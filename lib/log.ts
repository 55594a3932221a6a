import pino from 'pino'
import { env } from '@/lib/env'

/**
 * One line of JSON per entry on standard output; never a password, a token or a person's data.
 * Created at first use, so that building needs no environment.
 */
let logger: pino.Logger | undefined

export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['password', '*.password', 'headers.cookie', 'headers.authorization'],
  })
  return logger
}
