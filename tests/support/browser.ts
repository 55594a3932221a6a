import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Chromium without a window needs two thirds of the time of the one with. */
const windowless = '/usr/bin/chromium-headless-shell'
const whole = '/usr/bin/chromium'
const font = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
const packages = { 'chromium-headless-shell': windowless, 'fonts-noto-cjk': font }

/**
 * The browser for the tests: Debian's Chromium, and the font without which Chinese is boxes. As root
 * with apt what is missing is installed; else a Chromium with windows does, or the message says what
 * to install. CHROMIUM_PATH names another browser.
 */
export function ensureBrowser(log: (line: string) => void): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const missing = Object.entries(packages)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name)
  if (missing.length === 0) return windowless
  const failure = install(missing, log)
  if (!failure) return windowless
  if (!existsSync(whole) || !existsSync(font)) throw new Error(failure)
  log(`· Using ${whole}, which takes longer: ${missing.join(' and ')} could not be installed.`)
  return whole
}

/** Null when the packages are there, else why not. */
function install(missing: string[], log: (line: string) => void): string | null {
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return (
      `The browser tests need ${missing.join(' and ')}. On Debian, as root: apt-get update && ${command}. ` +
      'Elsewhere install Chromium and Noto Sans CJK and name the browser in CHROMIUM_PATH.'
    )
  }
  log(`· Installing ${missing.join(' and ')} with apt, for the browser tests …`)
  for (const step of ['apt-get update -q', `${command} -q`]) {
    const [program = '', ...args] = step.split(' ')
    const run = spawnSync(program, args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (run.status !== 0) return `${step} failed:\n${run.stdout}\n${run.stderr}`
  }
  return null
}
