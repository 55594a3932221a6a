import 'server-only'
import { type DataValidation, write } from 'hucre'

export type TemplateColumn = {
  heading: string
  about: string
  /** What may stand in the column, if that is a short list. */
  choices?: readonly string[]
}

type TemplateWords = {
  sheet: string
  guide: string
  column: string
  about: string
  choices: string
}

const bold = { font: { bold: true } }

/**
 * An empty sheet with the headings, to be filled in and uploaded; a second sheet says what each
 * column is for, and columns of choices offer them. Only the first sheet is read back.
 */
export function sheetTemplate(
  columns: readonly TemplateColumn[],
  words: TemplateWords,
  rows: number,
): Promise<Uint8Array> {
  const guide = [
    [words.column, words.about, words.choices],
    ...columns.flatMap(({ heading, about, choices = [] }) => [
      [heading, about, choices[0] ?? null],
      ...choices.slice(1).map((choice) => [null, null, choice]),
    ]),
  ]
  const offers: DataValidation[] = []
  let at = 2
  for (const [index, { choices = [] }] of columns.entries()) {
    const column = String.fromCharCode(65 + index)
    if (choices.length > 0) {
      offers.push({
        type: 'list',
        allowBlank: true,
        formula1: `'${words.guide}'!$C$${at}:$C$${at + choices.length - 1}`,
        range: `${column}2:${column}${rows + 1}`,
      })
    }
    at += Math.max(1, choices.length)
  }
  return write({
    sheets: [
      {
        name: words.sheet,
        columns: columns.map(() => ({ width: 24 })),
        rows: [columns.map(({ heading }) => heading)],
        cells: new Map(columns.map((_, index) => [`0,${index}`, { style: bold }])),
        freezePane: { rows: 1 },
        dataValidations: offers,
      },
      {
        name: words.guide,
        columns: [{ width: 16 }, { width: 60 }, { width: 28 }],
        rows: guide,
        cells: new Map([0, 1, 2].map((index) => [`0,${index}`, { style: bold }])),
      },
    ],
  })
}
