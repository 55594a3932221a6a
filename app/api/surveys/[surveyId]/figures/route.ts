import { callerOf } from '@/lib/api/caller'
import { problemOf } from '@/lib/api/problem'
import { NotFound } from '@/lib/errors'
import { isId } from '@/lib/ids'
import { exportSurvey } from '@/lib/surveys/export-queries'

type Context = { params: Promise<{ surveyId: string }> }

/** Everything needed to count a closed round again, as a file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const { viewer } = await callerOf(request)
    const { surveyId } = await params
    if (!isId(surveyId)) throw new NotFound()
    const figures = await exportSurvey(viewer, surveyId)
    return new Response(JSON.stringify(figures, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="survey-${surveyId}.json"`,
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    return problemOf(error)
  }
}
