import { readFileSync } from 'node:fs'

/** True when a process with this number exists (also another user's) and is not a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return processState(pid) !== 'Z'
}

/**
 * A name no other process ever has: number, start time and boot of the machine. Null where /proc
 * does not exist or the process is gone. Numbers alone repeat, above all in containers.
 */
export function processIdentity(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const start = statFields(pid)[19]
    return start ? `${boot}:${pid}:${start}` : null
  } catch {
    return null
  }
}

function processState(pid: number): string | undefined {
  try {
    return statFields(pid)[0]
  } catch {
    return undefined
  }
}

/** The fields of /proc/<pid>/stat after the command name, which may itself hold spaces. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
