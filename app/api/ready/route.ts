import { checkReadiness } from '@/lib/readiness'

export const dynamic = 'force-dynamic'

/** 200 when the database answers, is migrated and the queue is there; else 503 and what is wrong. */
export async function GET(): Promise<Response> {
  const checks = await checkReadiness()
  const ready = Object.values(checks).every((value) => value === 'ok')
  return Response.json(
    { status: ready ? 'ready' : 'unavailable', ...checks },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
