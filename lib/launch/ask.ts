import { createInterface } from 'node:readline/promises'

/** Asks on the terminal; without one the answer is empty. */
export async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return ''
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await terminal.question(`${question} `)).trim()
  } finally {
    terminal.close()
  }
}

/** True only for a plain yes; without a terminal it is no, and says how to answer beforehand. */
export async function askYes(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error(`${question} Without a terminal, say --yes.`)
  return /^y(es)?$/i.test(await ask(`${question} [yes/no]`))
}
