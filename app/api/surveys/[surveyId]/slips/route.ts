import { loggingDenied } from '@/lib/accounts/security-log'
import { callerOf } from '@/lib/api/caller'
import { checked } from '@/lib/api/checked'
import { problemOf } from '@/lib/api/problem'
import { toDay } from '@/lib/dates'
import { env } from '@/lib/env'
import { Forbidden } from '@/lib/errors'
import { formToObject } from '@/lib/form-data'
import { issueTokens } from '@/lib/surveys/issue-commands'
import { issueTokensInput } from '@/lib/surveys/schema'
import { linksPage, slipsHeaders, slipsPage } from '@/lib/surveys/slips-page'

type Context = { params: Promise<{ surveyId: string }> }

/** Issues tokens and answers with their slips: this answer is the only place they ever stand in clear. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    const { viewer, by } = await callerOf(request)
    // A form of another site never issues anything with this person's cookie.
    const site = request.headers.get('sec-fetch-site')
    const origin = request.headers.get('origin')
    const host = request.headers.get('host')
    if (by !== 'session' || (site !== null && site !== 'same-origin')) throw new Forbidden()
    if (origin !== null && new URL(origin).host !== host) throw new Forbidden()
    const { surveyId } = await params
    const input = checked(issueTokensInput, { ...formToObject(await request.formData()), surveyId })
    const { survey, tokens } = await loggingDenied(viewer, () => issueTokens(viewer, input))
    const handout = {
      village: survey.villageName,
      endsOn: toDay(survey.endsOn),
      site: new URL(env().APP_URL).origin,
      tokens,
    }
    const html = input.channel === 'LINKS' ? linksPage(handout) : await slipsPage(handout)
    return new Response(html, { headers: slipsHeaders })
  } catch (error) {
    return problemOf(error)
  }
}
