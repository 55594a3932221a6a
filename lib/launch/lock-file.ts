export type LockedPackage = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
export type LockedPackages = Record<string, LockedPackage>
export type Missing = { name: string; version: string; dev: boolean }

/** Optional packages that are named by another one but have no entry: `npm ci` refuses such a lock. */
export function missingOptionals(packages: LockedPackages): Missing[] {
  return Object.entries(packages).flatMap(([place, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isFound(packages, place, name))
      .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
  )
}

/** The entry of a package made for another platform, read from its name; null when it does not tell. */
export function foreignEntry({ name, version, dev }: Missing): LockedPackage | null {
  const words = name.replace(/^@?[^/]*\//, '')
  const os = systems.find((word) => words.includes(word))
  const cpu =
    processors.find((word) => words.includes(word)) ?? (/-arm-/.test(words) ? 'arm' : null)
  if (!cpu || !(os || cpu === 'wasm32') || !/^\d/.test(version)) return null
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : null
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(os === 'linux' && libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32']

/** As Node resolves: beside the package, or in any node_modules above it. */
function isFound(packages: LockedPackages, place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at) return false
  }
}
