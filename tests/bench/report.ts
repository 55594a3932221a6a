import type { Figures } from './load'
import type { ApiResult, PageResult } from './measure'
import type { Results } from './run'

const number = (value: number, digits = 1) => value.toFixed(digits)
const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`
const header = (...cells: string[]) => [
  row(...cells),
  row(...cells.map((_, index) => (index === 0 ? '---' : '---:'))),
]
const times = ({ p50, p95 }: Figures) => `${number(p50)} / ${number(p95)}`
const ratio = ({ product, yardstick }: PageResult) =>
  yardstick ? product.milliseconds / yardstick.milliseconds : null

/** The note of one run: tables, and each target with what was reached. */
export function asMarkdown(results: Results): string {
  const { pages, api, phone } = results
  const volume = Object.entries(results.rows).map(([scale, rows]) => {
    const counts = Object.entries(rows).map(
      ([name, count]) => `${count.toLocaleString('en')} ${name}`,
    )
    return `- ${scale}: ${counts.join(', ')}`
  })
  return [
    `# Benchmark of ${results.at.slice(0, 10)}`,
    '',
    `\`npm run bench\` on ${results.machine}; database, product, reference and load generator share the cores.`,
    'All cases lie in invented villages (演示). What is measured, and how: README.md here.',
    '',
    ...volume,
    '',
    '## Targets',
    '',
    ...header('target', 'reached', 'worst'),
    ...targets(results),
    '',
    '## Pages',
    '',
    'Statements without BEGIN, settings and COMMIT; database time is planning and execution, in ms. p50 / p95 in ms.',
    '',
    ...header(
      ...['page', 'scale', 'statements', 'db time', 'by hand', '×'],
      ...['1 connection', '8 connections', 'req/s at 1', 'req/s at 8', 'JS kB gzip'],
    ),
    ...pages.map(pageRow),
    '',
    '## API beside the reference server',
    '',
    'Requests per second at Guangxi scale; the reference is node:http and pg with SQL written by hand.',
    '',
    ...header('answer', 'at 1', 'reference', '×', 'at 8', 'reference', '×'),
    ...api.map(apiRow),
    '',
    '## A random draw',
    '',
    `${results.draw.drawn.toLocaleString('en')} of ${results.draw.villages.toLocaleString('en')} villages with their inspectors: ${number(results.draw.milliseconds, 0)} ms (limit 1,000 ms).`,
    '',
    '## The visit form on a slow phone',
    '',
    'CPU 6 times slowed, 400 kbit/s, 400 ms; on Chromium of this machine, in seconds.',
    '',
    ...header('step', 's'),
    ...phone.map(({ name, seconds }) => row(name, number(seconds))),
    '',
  ].join('\n')
}

function pageRow(result: PageResult): string {
  const { name, scale, product, yardstick, one, eight, scripts } = result
  const by = ratio(result)
  return row(
    ...[name, scale, number(product.statements, 0), number(product.milliseconds, 2)],
    ...[yardstick ? number(yardstick.milliseconds, 2) : '', by ? number(by, 1) : ''],
    ...[times(one), times(eight), number(one.perSecond, 0), number(eight.perSecond, 0)],
    number(scripts, 0),
  )
}

function apiRow({ name, product, reference }: ApiResult): string {
  const beside = (which: 'one' | 'eight') => {
    const own = number(product[which].perSecond, 0)
    if (!reference) return [own, '', '']
    const other = reference[which].perSecond
    return [own, number(other, 0), number(product[which].perSecond / other, 2)]
  }
  return row(name, ...beside('one'), ...beside('eight'))
}

function targets({ pages, api, phone, draw }: Results): string[] {
  const line = (
    target: string,
    found: readonly { name: string; value: number }[],
    limit: number,
    least = false,
  ) => {
    const sorted = found.toSorted((a, b) => (least ? a.value - b.value : b.value - a.value))
    const worst = sorted[0]
    if (!worst) return row(target, 'not measured', '')
    const missed = found.filter(({ value }) => (least ? value < limit : value > limit)).length
    const verdict = missed === 0 ? 'yes' : `no: ${missed} of ${found.length} miss it`
    return row(target, verdict, `${number(worst.value, 2)} (${worst.name})`)
  }
  const wide = pages.filter(({ scale }) => scale === 'guangxi')
  const named = wide.filter(({ yardstick }) => yardstick)
  const of = (list: readonly PageResult[], value: (page: PageResult) => number | null) =>
    list.flatMap((page) => {
      const found = value(page)
      return found === null ? [] : [{ name: page.name, value: found }]
    })
  const growth = of(named, ({ name, one }) => {
    const small = pages.find((page) => page.scale === 'county' && page.name === name)
    return small ? one.p50 / small.one.p50 : null
  })
  const first = wide.find(({ name }) => name.includes('5,000'))
  const last = wide.find(({ name }) => name.includes('40th'))
  const paging = first && last ? [{ name: last.name, value: last.one.p50 / first.one.p50 }] : []
  const rates = (which: 'one' | 'eight') =>
    api.flatMap(({ name, product, reference }) =>
      reference && !name.startsWith('batches')
        ? [{ name, value: product[which].perSecond / reference[which].perSecond }]
        : [],
    )
  return [
    line(
      'at most 12 statements a page',
      of(wide, ({ product }) => product.statements),
      12,
    ),
    line('database time at most 3 × by hand', of(named, ratio), 3),
    line(
      'p50 at most 35 ms at 1 connection',
      of(named, ({ one }) => one.p50),
      35,
    ),
    line('p50 grows at most 1.3 × from 1 county to 111', growth, 1.3),
    line('the 40th page within 1.2 × of the first', paging, 1.2),
    line('API list and case at least 0.3 × at 1 connection', rates('one'), 0.3, true),
    line('API list and case at least 0.2 × at 8 connections', rates('eight'), 0.2, true),
    line(
      'first-load JavaScript at most 180 kB gzip',
      of(wide, ({ scripts }) => scripts),
      180,
    ),
    line(
      'first-load JavaScript of the phone’s visit form at most 120 kB gzip',
      of(
        wide.filter(({ name }) => name === 'phone page'),
        ({ scripts }) => scripts,
      ),
      120,
    ),
    line(
      'the visit form usable within 3 s on a slow phone',
      phone.map(({ name, seconds: value }) => ({ name, value })),
      3,
    ),
    line(
      'a draw of 1,000 from 16,550 within 1,000 ms',
      [{ name: 'draw', value: draw.milliseconds }],
      1_000,
    ),
  ]
}
