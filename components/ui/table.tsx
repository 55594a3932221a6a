// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on a phone drops the native roles
import type { ReactNode } from 'react'

export type Column<Item> = {
  head: string
  cell: (row: Item, index: number) => ReactNode
  align?: 'start' | 'center' | 'end'
  /** Heading of the card on a phone. */
  main?: boolean
  nowrap?: boolean
  /** Left out of the card on a phone: said elsewhere there. */
  deskOnly?: boolean
  /** Stands in the card on a phone without its heading. */
  plain?: boolean
}

type TableProps<Item> = {
  /** What the table holds, for screen readers. */
  caption: string
  columns: Column<Item>[]
  rows: Item[]
  rowKey: (row: Item) => string
  /** Shown instead of the table when there are no rows. */
  empty?: ReactNode
  /** Scrolls sideways instead of turning into cards on a phone: for grids and matrices. */
  wide?: boolean
}

/** A table with a sticky header; cards on a phone; its header row repeats on paper. */
export function Table<Item>(props: TableProps<Item>) {
  const { caption, columns, rows, rowKey, empty, wide } = props
  if (rows.length === 0 && empty) return empty
  const table = (
    <table role="table" className={`table ${wide ? '' : 'table-cards'}`}>
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.head} role="columnheader" scope="col" data-align={column.align}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => cellOf(column, column.cell(row, index)))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!wide) return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      {table}
    </section>
  )
}

/** Called, not rendered, and with no attribute that says nothing: long lists have hundreds. */
function cellOf<Item>(column: Column<Item>, content: ReactNode) {
  const blank = content === null || content === undefined || content === ''
  const marks = {
    ...(column.align && { 'data-align': column.align }),
    ...(column.main && { 'data-main': true }),
    ...(column.nowrap && { 'data-nowrap': true }),
    ...(blank && { 'data-empty': true }),
    ...(column.deskOnly && { 'data-desk': true }),
    ...(column.plain && { 'data-plain': true }),
  }
  return (
    <td key={column.head} role="cell" data-head={column.head} {...marks}>
      {typeof content === 'string' ? content : <div>{content}</div>}
    </td>
  )
}
