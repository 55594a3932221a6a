import 'server-only'
import { env } from '@/lib/env'
import { endWithLauncher } from '@/lib/launch/orphan'

/** Checks the environment before the first request and ties the process to its launcher. */
export function prepareProcess(): void {
  env()
  endWithLauncher()
}
