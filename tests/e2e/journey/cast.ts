import { type Browser, expect, type Page } from '@playwright/test'
import { expectRefused, pageOf, visit } from '../support'

const accounts = [
  'county-office',
  'county-office-2',
  'county-leader',
  'township-jiangkou',
  'township-jiangkou-2',
  'township-zhaisha',
  'helper-agriculture',
  'team-1',
  'admin',
  'county-office-b',
] as const
type Account = (typeof accounts)[number]

/** The page of each person who plays a part. */
export const people = {} as Record<Account, Page>

/** The case they all work on, once it is proposed. */
export const journey = { caseId: '' }
export const village = '曦村演示村'
export const findings = [
  { title: '支部书记长期外出务工', kind: 2 },
  { title: '“三会一课”连续两季度未开', kind: 9 },
] as const

export async function gather(browser: Browser): Promise<void> {
  for (const account of accounts) people[account] = await pageOf(browser, account)
}

/** A page of the case. */
export const here = (part = '') => `/cases/${journey.caseId}${part}`

/** Somebody outside the scope gets 404 for every page of the case. */
export const outside: readonly Account[] = ['township-zhaisha', 'admin', 'county-office-b']

/** Who sees the case and may not do this: no link to the form on the case page, 403 on the form. */
export async function refusedFor(
  who: readonly Account[],
  verb: string,
  path: string,
): Promise<void> {
  for (const account of who) {
    const page = people[account]
    await visit(page, here())
    await expect(page.getByRole('link', { name: verb, exact: true }), account).toHaveCount(0)
    await expectRefused(page, here(path), 403)
  }
  for (const account of outside) await expectRefused(people[account], here(path), 404)
}

export async function stageIs(page: Page, stage: string): Promise<void> {
  const road = page.getByRole('list', { name: '整顿进程' })
  await expect(road.locator('[aria-current="step"]')).toContainText(stage)
}
