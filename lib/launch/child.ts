import { type ChildProcess, spawn } from 'node:child_process'
import { sleep } from './wait'

export type Child = {
  /** Resolves with the reason when it ends without having been asked to. */
  died: Promise<string>
  stop(): Promise<void>
}

/** Arguments that let Node run our TypeScript programs, with `server-only` an empty module. */
export const runTypeScript = ['--import', 'tsx', '--conditions=react-server']

/**
 * Starts one of our long-running programs in a process group of its own (Ctrl-C reaches the
 * launcher, which stops all in order). The channel between the two lets the child notice when the
 * launcher was killed, and end as well (lib/launch/orphan.ts).
 */
export function startChild(options: {
  name: string
  args: string[]
  cwd: string
  environment: Record<string, string>
}): Child {
  const child = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // biome-ignore lint/style/noProcessEnv: the child gets the ordinary environment and ours
    env: { ...process.env, ...options.environment },
  })
  let asked = false
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${options.name} could not start: ${error.message}`))
    child.once('exit', (code, signal) =>
      resolve(`${options.name} ended unexpectedly (${signal ?? `exit code ${code}`}).`),
    )
  })
  return {
    died: new Promise((resolve) => {
      void ended.then((reason) => {
        if (!asked) resolve(reason)
      })
    }),
    async stop() {
      asked = true
      for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
        if (hasEnded(child)) return
        child.kill(signal)
        await Promise.race([ended, sleep(10_000)])
      }
    },
  }
}

/** Runs one of our programs to its end, on this terminal. */
export async function runChild(
  args: string[],
  cwd: string,
  environment: Record<string, string>,
  signal?: AbortSignal,
): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: 'inherit',
    signal,
    // biome-ignore lint/style/noProcessEnv: the child gets the ordinary environment and ours
    env: { ...process.env, ...environment },
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error(`${args.slice(3).join(' ')} failed (exit code ${code}).`)
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined
}
