import { today } from '@/lib/clock'

import { ballotHeaders, ballotPage, type Word, wordPage } from '@/lib/surveys/ballot-page'
import { cast, readBallot, wordingOf } from '@/lib/surveys/cast'
import { addressOf, count, secondsToWait } from '@/lib/surveys/throttle'

type Context = { params: Promise<{ token: string }> }

const status: Record<Word, number> = {
  cast: 200,
  used: 410,
  closed: 410,
  unknown: 404,
  wait: 429,
  failed: 503,
}

/** The ballot of a token, or a kind word. Nothing of the request is logged, nothing is remembered. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answered(request, async () => {
    const { token } = await params
    return show(token)
  })
}

/** Takes one ballot. The token in the address is all that a request needs: no session, no cookie. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answered(request, async () => {
    const { token } = await params
    const form = await formOf(request)
    const vote = {
      answers: answersOf(form),
      wish: (form.get('wish') ?? '').replaceAll('\0', '').trim().slice(0, 500),
      questions: form.get('w') ?? '',
    }
    const done = await cast(token, vote, today())
    if ('round' in done) return again(done, vote)
    return done.is
  })
}

const warnings = {
  changed: '题目刚刚更新，请重新点选。',
  wrong: '请重新点选答案。',
  empty: '请至少选一项再提交。',
} as const

type Again = Extract<Awaited<ReturnType<typeof cast>>, { round: unknown }>

/** The ballot once more with a word why; what was written in it stays. */
function again({ is, round }: Again, { wish }: { wish: string }): Response {
  const given = { answers: [], wish }
  const wording = wordingOf(round.questions)
  const html = ballotPage({ ...round, wording, given, warning: warnings[is] })
  return new Response(html, { status: 422, headers: ballotHeaders })
}

/** `q0`, `q1` … as far as anything was ticked; what is not there counts as blank. */
function answersOf(form: URLSearchParams): number[] {
  const places = [...form.keys()].flatMap((name) => /^q(\d)$/.exec(name)?.[1] ?? [])
  const last = Math.max(-1, ...places.map(Number))
  return Array.from({ length: last + 1 }, (_, index) => Number(form.get(`q${index}`) ?? 0))
}

async function show(token: string): Promise<Word | Response> {
  const found = await readBallot(token, today())
  if (found.is !== 'open') return found.is
  const html = ballotPage({ ...found, wording: wordingOf(found.questions) })
  return new Response(html, { headers: ballotHeaders })
}

/** At most 20,000 characters: a ballot is far smaller. */
async function formOf(request: Request): Promise<URLSearchParams> {
  const length = Number(request.headers.get('content-length') ?? 0)
  return new URLSearchParams(length > 20_000 ? '' : (await request.text()).slice(0, 20_000))
}

/** Counts the address, gives the word; what goes wrong is told without a line that names the token. */
async function answered(request: Request, work: () => Promise<Word | Response>): Promise<Response> {
  const address = addressOf(request.headers)
  const wait = secondsToWait(address)
  if (wait > 0) return word('wait', { 'retry-after': String(wait) })
  count('seen', address)
  try {
    const outcome = await work()
    if (outcome === 'unknown') count('wrong', address)
    return typeof outcome === 'string' ? word(outcome) : outcome
  } catch {
    return word('failed')
  }
}

const word = (is: Word, more: Record<string, string> = {}) =>
  new Response(wordPage(is), { status: status[is], headers: { ...ballotHeaders, ...more } })
