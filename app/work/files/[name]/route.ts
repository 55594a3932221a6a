import { readPageFile } from '@/lib/offline/page-files'

type Context = { params: Promise<{ name: string }> }

/** The script and the style of the kept page; their names change with their content. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const file = await readPageFile((await params).name)
  if (!file) return new Response(null, { status: 404 })
  return new Response(file.bytes, {
    headers: {
      'Content-Type': `${file.type}; charset=utf-8`,
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
