import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks on the terminal; without one the answer is empty. A `secret` is not shown while typed. */
export async function ask(question: string, options: { secret?: boolean } = {}): Promise<string> {
  if (!process.stdin.isTTY) return ''
  const { secret = false } = options
  const output = secret
    ? new Writable({ write: (_part, _encoding, done) => done() })
    : process.stdout
  const terminal = createInterface({ input: process.stdin, output, terminal: true })
  try {
    if (secret) process.stdout.write(`${question} `)
    return (await terminal.question(`${question} `)).trim()
  } finally {
    terminal.close()
    if (secret) process.stdout.write('\n')
  }
}

/** True only for a plain yes; without a terminal it is no, and says how to answer beforehand. */
export async function askYes(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error(`${question} Without a terminal, say --yes.`)
  return /^y(es)?$/i.test(await ask(`${question} [yes/no]`))
}
