import { createFirstAdministrator } from '@/lib/accounts/commands'
import { ask } from './ask'

const questions = [
  { name: 'COUNTY_CODE', text: 'Code of the county (6 digits, e.g. 450223):' },
  { name: 'COUNTY_NAME', text: 'Name of the county (e.g. 鹿寨县):' },
  { name: 'ADMIN_ACCOUNT', text: 'Account of the first administrator:' },
  { name: 'ADMIN_NAME', text: 'Name of the first administrator:' },
  { name: 'ADMIN_PASSWORD', text: 'Password (at least 12 characters):' },
] as const

type Name = (typeof questions)[number]['name']

/**
 * Makes the first county and its administrator, from variables or by asking. Without a terminal
 * every variable must be there.
 */
export async function makeFirstAdministrator(
  given: Record<string, string | undefined>,
  log: (line: string) => void,
): Promise<void> {
  const answers = {} as Record<Name, string>
  const open = questions.filter(({ name }) => !given[name]).map(({ name }) => name)
  if (open.length > 0 && !process.stdin.isTTY) {
    throw new Error(`The first administrator is not known. Set ${open.join(', ')} and start again.`)
  }
  if (open.length > 0) log('The database is empty. Who is its first administrator?')
  for (const { name, text } of questions) {
    answers[name] = given[name] || (await ask(text, { secret: name === 'ADMIN_PASSWORD' }))
  }
  await createFirstAdministrator({
    countyCode: answers.COUNTY_CODE,
    countyName: answers.COUNTY_NAME,
    account: answers.ADMIN_ACCOUNT,
    name: answers.ADMIN_NAME,
    password: answers.ADMIN_PASSWORD,
  })
  log(`Administrator ${answers.ADMIN_ACCOUNT} of ${answers.COUNTY_NAME} was created.`)
}
