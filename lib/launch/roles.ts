import pg from 'pg'

/** The role that owns the database and migrates it. */
const ownerRole = 'ovop_owner'
/** The role the product works as: owns nothing, obeys row-level security. */
export const appRole = 'ovop_app'

/** Makes the two roles (or sets their passwords) and the database, as superuser. */
export async function prepareServer(
  superUrl: (database?: string) => string,
  options: { database: string; ownerPassword: string; appPassword: string },
): Promise<void> {
  await withClient(superUrl(), async (client) => {
    await ensureRole(client, ownerRole, options.ownerPassword, 'LOGIN')
    await ensureAppRole(client, options.appPassword)
    if (!(await databaseExists(client, options.database))) {
      const name = client.escapeIdentifier(options.database)
      await client.query(`CREATE DATABASE ${name} OWNER ${ownerRole}`)
    }
  })
}

/**
 * Makes the app role or sets its password: it may log in, owns nothing and obeys row-level
 * security. Compiling queries just in time costs more than it brings for our short ones.
 */
export async function ensureAppRole(client: pg.Client, password: string): Promise<void> {
  await ensureRole(client, appRole, password, 'LOGIN')
  await client.query(`ALTER ROLE ${appRole} SET jit = off`)
}

/** Why the product must not work under this connection, or null when it may. */
export async function appRoleProblem(url: string): Promise<string | null> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{
      name: string
      over: boolean
      owns: boolean
      app: boolean
    }>(`
      SELECT rolname AS name, rolsuper OR rolbypassrls AS over,
             EXISTS (SELECT FROM pg_class WHERE relowner = r.oid
                       AND relnamespace = to_regnamespace('public')) AS owns,
             pg_has_role(r.oid, '${appRole}', 'MEMBER') AS app
        FROM pg_roles r WHERE rolname = current_user`)
    const role = rows[0]
    if (!role) return 'The role of DATABASE_URL does not exist.'
    if (role.over) return `Role ${role.name} in DATABASE_URL would bypass row-level security.`
    if (role.owns) return `Role ${role.name} in DATABASE_URL owns tables and could change them.`
    if (!role.app) return `Role ${role.name} in DATABASE_URL is not ${appRole} nor a member of it.`
    return null
  })
}

/** Opens one connection for the work and closes it after, whatever happens. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A server that stops closes the connection; the next statement tells, nothing else must.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ensureRole(client: pg.Client, name: string, password: string, rights: string) {
  const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  const verb = known.rowCount ? 'ALTER' : 'CREATE'
  const secret = client.escapeLiteral(password)
  await client.query(`${verb} ROLE ${name} WITH ${rights} PASSWORD ${secret}`)
}

async function databaseExists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
  return rowCount === 1
}
