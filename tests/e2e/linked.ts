import { expect, type Page } from '@playwright/test'

/** How to open a page: whose it is, and its address, with ids looked up as that person. */
export type Visit = { as: string; path: string | ((page: Page) => Promise<string>) }

export const uuid = '[0-9a-f-]{36}'

/** Where the first link of a page leads whose address fits; read without a browser. */
export const linked = (
  as: string,
  from: string | Visit['path'],
  fits: RegExp,
  rest = '',
): Visit => ({
  as,
  path: async (page) => {
    const address = typeof from === 'string' ? from : await from(page)
    const answer = await page.request.get(address)
    expect(answer.status(), address).toBe(200)
    const html = await answer.text()
    const main = html.slice(html.indexOf('<main'))
    const hrefs = [...main.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href ?? '')
    const href = hrefs.find((one) => fits.test(one))
    if (!href) throw new Error(`no link like ${fits} on ${address}`)
    return `${href.split('#')[0]}${rest}`
  },
})
