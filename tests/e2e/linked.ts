import type { Page } from '@playwright/test'

/** How to open a page: whose it is, and its address, with ids looked up as that person. */
export type Visit = { as: string; path: string | ((page: Page) => Promise<string>) }

export const uuid = '[0-9a-f-]{36}'

/** Where the first link of a page leads whose address fits. */
export const linked = (
  as: string,
  from: string | Visit['path'],
  fits: RegExp,
  rest = '',
): Visit => ({
  as,
  path: async (page) => {
    await page.goto(typeof from === 'string' ? from : await from(page))
    const hrefs = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    const href = hrefs.find((one) => fits.test(one))
    if (!href) throw new Error(`no link like ${fits} on ${page.url()}`)
    return `${href.split('#')[0]}${rest}`
  },
})
