import path from 'node:path'
import { z } from 'zod'
import { filesVariables, missingForBucket } from './attachments/files-settings'

/*
 * The one place that reads the environment. Everything is checked together at first use; a missing
 * or bad value stops the program with one line per variable.
 *
 * DATABASE_URL               the product's role (ovop_app), obeying row-level security
 * DATABASE_OWNER_URL         the owner's role; only programs that migrate have it, never the web
 * DATA_DIR                   our own folder (default .data)
 * NEXTAUTH_SECRET            signs session cookies, at least 32 characters
 * NEXTAUTH_URL, APP_URL      address people open; each defaults to the other, then to localhost
 * SESSION_IDLE_HOURS         a session ends after so many hours without a request (default 12)
 * OFFLINE_DAYS               how long a phone opens its data after an online sign-in (default 7)
 * DEMO                       `true` when demo accounts exist: the sign-in page lists them
 * CLOCK_TODAY                tests only: today's date, YYYY-MM-DD
 * CHECKPOINT_KEY_FILE        Ed25519 private key (PEM) that signs checkpoints; worker and seed only
 * CHECKPOINT_PUBLIC_KEY_FILE its public half, for verification
 * CHECKPOINT_DIR             folder outside the database for the signed checkpoints
 * FILES_DIR                  folder for attachments
 * FILES_S3_BUCKET            keeps them in this bucket instead; with it _ACCESS_KEY_ID and
 *                            _SECRET_ACCESS_KEY, and where needed _ENDPOINT, _REGION, _PREFIX and
 *                            _PATH_STYLE
 * LOG_LEVEL                  trace, debug, info (default), warn, error, fatal or silent
 */
const variables = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'a postgresql:// address is needed' }),
  DATABASE_OWNER_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'a postgresql:// address is needed' })
    .optional(),
  DATA_DIR: z.string().default('.data'),
  NEXTAUTH_SECRET: z.string('it is missing').min(32, 'at least 32 characters are needed'),
  NEXTAUTH_URL: z.url('a full address such as https://example.gov.cn is needed').optional(),
  APP_URL: z.url('a full address such as https://example.gov.cn is needed').optional(),
  SESSION_IDLE_HOURS: z.coerce.number('hours are needed').positive().max(720).default(12),
  OFFLINE_DAYS: z.coerce.number('days are needed').positive().max(30).default(7),
  DEMO: z.stringbool('true or false is needed').default(false),
  CLOCK_TODAY: z.iso.date('a date YYYY-MM-DD is needed').optional(),
  CHECKPOINT_KEY_FILE: z.string().optional(),
  CHECKPOINT_PUBLIC_KEY_FILE: z.string().optional(),
  CHECKPOINT_DIR: z.string().optional(),
  FILES_DIR: z.string().optional(),
  ...filesVariables,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

const schema = variables.superRefine((given, context) => {
  for (const name of missingForBucket(given)) {
    context.addIssue({ code: 'custom', path: [name], message: 'it is missing' })
  }
})

export type Env = ReturnType<typeof readEnv>

/** The newest migration this build knows; next.config.ts puts it in. Null outside a build. */
export const newestMigration: string | null = process.env.NEWEST_MIGRATION ?? null

let checked: Env | undefined

/** The checked settings of this process; folders are absolute. Read once, then remembered. */
export function env(): Env {
  checked ??= readEnv(process.env)
  return checked
}

/** Checks a set of variables; empty strings count as missing. Throws one line per bad variable. */
export function readEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = String(issue.path[0])
      return `  ${name}: ${given[name] === undefined ? 'it is missing' : issue.message}`
    })
    throw new Error(`The environment is not complete:\n${lines.join('\n')}`)
  }
  const values = result.data
  const dataDir = path.resolve(values.DATA_DIR)
  const inside = (value: string | undefined, standard: string) =>
    value ? path.resolve(value) : path.join(dataDir, standard)
  const address = values.APP_URL ?? values.NEXTAUTH_URL ?? 'http://localhost:3000'
  return {
    ...values,
    DATA_DIR: dataDir,
    APP_URL: address,
    NEXTAUTH_URL: values.NEXTAUTH_URL ?? address,
    CHECKPOINT_KEY_FILE: inside(values.CHECKPOINT_KEY_FILE, 'keys/checkpoint.pem'),
    CHECKPOINT_PUBLIC_KEY_FILE: inside(
      values.CHECKPOINT_PUBLIC_KEY_FILE,
      'keys/checkpoint.pub.pem',
    ),
    CHECKPOINT_DIR: inside(values.CHECKPOINT_DIR, 'checkpoints'),
    FILES_DIR: inside(values.FILES_DIR, 'files'),
  }
}
