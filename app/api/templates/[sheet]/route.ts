import { getMessages } from 'next-intl/server'
import { requireApiViewer } from '@/lib/access/viewer'
import type { Viewer } from '@/lib/access/viewer-types'
import { loggingDenied } from '@/lib/accounts/security-log'
import { peopleTemplate, unitTemplate } from '@/lib/accounts/template-queries'
import { problemOf } from '@/lib/api/problem'
import { attachmentDisposition } from '@/lib/attachments/name'
import { NotFound } from '@/lib/errors'
import type { Messages } from '@/lib/i18n/namespaces'
import { sheetTemplate } from '@/lib/sheets/template'

type Context = { params: Promise<{ sheet: string }> }

/** An empty sheet of accounts or organisations to be filled in and uploaded, as xlsx. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await requireApiViewer()
    const { sheet } = await params
    const { admin, terms } = (await getMessages()) as Messages
    const { name, columns, rows } = await loggingDenied(viewer, () =>
      templateOf(sheet, viewer, terms, admin),
    )
    const bytes = await sheetTemplate(columns, { ...admin.sheet.guide, sheet: name }, rows)
    return new Response(Buffer.from(bytes), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': attachmentDisposition(`${name}.xlsx`),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}

async function templateOf(
  sheet: string,
  viewer: Viewer,
  terms: Messages['terms'],
  { sheet: people, unitSheet: units }: Messages['admin'],
) {
  if (sheet === 'people') {
    const { columns, rows } = peopleTemplate(viewer, terms)
    const named = columns.map(({ field, choices }) => ({
      heading: people[field],
      about: people.about[field],
      choices,
    }))
    return { name: people.title, columns: named, rows }
  }
  if (sheet === 'organisations') {
    const { columns, rows } = await unitTemplate(viewer, terms)
    const named = columns.map(({ field, choices }) => ({
      heading: units[field],
      about: units.about[field],
      choices,
    }))
    return { name: units.title, columns: named, rows }
  }
  throw new NotFound()
}
