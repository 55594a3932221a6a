import 'server-only'
import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import type { SessionState } from './access/load-viewer'
import { authorize, type Permission } from './access/policy'
import { requireApiSession, requireApiViewer } from './access/viewer'
import type { Viewer } from './access/viewer-types'
import { loggingDenied } from './accounts/security-log'
import { failure } from './action-failure'
import { flashCookie } from './flash'
import { formToObject } from './form-data'
import { fieldErrors } from './form-issues'
import type { FormAction, FormState, Msg } from './form-state'

/** What follows a success: another page, a confirmation (`code` is a full message key). */
export type Done = { to?: string; say?: Msg }

type Steps<Schema extends z.ZodType, Result> = {
  schema: Schema
  /** Checked before the input is even read; the command checks again with its subject. */
  permission?: Permission
  run: (viewer: Viewer, input: z.output<Schema>) => Promise<Result>
  done?: (result: Result, input: z.output<Schema>) => Done
}

type PublicSteps<Schema extends z.ZodType, Result> = {
  schema: Schema
  run: (input: z.output<Schema>) => Promise<Result>
  done?: (result: Result, input: z.output<Schema>) => Done
}

/**
 * A server action for `ActionForm`: viewer → permission → parse → command → map error → refresh or
 * redirect. Expected errors come back as a `FormState`; unexpected ones are logged under an id.
 */
export function action<Schema extends z.ZodType, Result>(steps: Steps<Schema, Result>): FormAction {
  return async (_, form) => {
    let viewer: Viewer
    try {
      viewer = await requireApiViewer()
      const { permission } = steps
      if (permission) await loggingDenied(viewer, () => authorize(viewer, permission))
    } catch (error) {
      return failure(error)
    }
    return perform(steps.schema, form, steps.done, (input) =>
      loggingDenied(viewer, () => steps.run(viewer, input)),
    )
  }
}

/** The same for forms that need nobody signed in: signing in, the survey of a villager. */
export function publicAction<Schema extends z.ZodType, Result>(
  steps: PublicSteps<Schema, Result>,
): FormAction {
  return (_, form) => perform(steps.schema, form, steps.done, steps.run)
}

/** The same for what somebody may have to do before anything else: password, code, county. */
export function sessionAction<Schema extends z.ZodType, Result>(steps: {
  schema: Schema
  run: (session: SessionState, input: z.output<Schema>) => Promise<Result>
  done?: (result: Result, input: z.output<Schema>) => Done
}): FormAction {
  return (_, form) =>
    perform(steps.schema, form, steps.done, async (input) =>
      steps.run(await requireApiSession(), input),
    )
}

/** What one step of a longer form came to: its result, or why it was refused. */
export type Step<Result> = { result?: Result; refused?: FormState }

/** For a form whose answer is more than done or refused, such as a sheet that was checked. */
export function stepAction<Schema extends z.ZodType, Result>(
  steps: Pick<Steps<Schema, Result>, 'schema' | 'run'>,
) {
  return async (_: Step<Result>, form: FormData): Promise<Step<Result>> => {
    try {
      const viewer = await requireApiViewer()
      const given = formToObject(form)
      const parsed = await steps.schema.safeParseAsync(given)
      if (!parsed.success) {
        const errors = fieldErrors(parsed.error.issues, given)
        return { refused: { status: 'invalid', fieldErrors: errors } }
      }
      return { result: await loggingDenied(viewer, () => steps.run(viewer, parsed.data)) }
    } catch (error) {
      if (isInterruption(error)) throw error
      return { refused: await failure(error) }
    }
  }
}

async function perform<Schema extends z.ZodType, Result>(
  schema: Schema,
  form: FormData,
  done: ((result: Result, input: z.output<Schema>) => Done) | undefined,
  run: (input: z.output<Schema>) => Promise<Result>,
): Promise<FormState> {
  let next: Done
  try {
    const given = formToObject(form)
    const parsed = await schema.safeParseAsync(given)
    if (!parsed.success) {
      return { status: 'invalid', fieldErrors: fieldErrors(parsed.error.issues, given) }
    }
    next = done?.(await run(parsed.data), parsed.data) ?? {}
  } catch (error) {
    if (isInterruption(error)) throw error
    return failure(error)
  }
  const said = next.say ? await sentence(next.say) : undefined
  // Every page is made for its viewer: what the browser has kept of any of them is out of date.
  revalidatePath('/', 'layout')
  if (!next.to) return { status: 'done', said }
  if (said) {
    const options = { path: '/', maxAge: 60, sameSite: 'lax' } as const
    ;(await cookies()).set(flashCookie, said, options)
  }
  redirect(next.to as Route)
}

async function sentence({ code, params }: Msg): Promise<string> {
  const t = await getTranslations()
  return t(code as never, params as never)
}

/** `redirect`, `notFound`, `forbidden` and `unauthorized` of Next travel as errors. */
function isInterruption(error: unknown): boolean {
  const digest = (error as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && digest.startsWith('NEXT_')
}
