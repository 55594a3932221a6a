import 'server-only'
import { dingtalkSign, webhookSign } from './sign'

/** What one try came to: `trouble` is a code of `errors`, `answer` what the other side said. */
export type SendResult =
  | { ok: true; answer: string }
  | { ok: false; trouble: string; answer: string }

type Request = { url: string; body: string; headers?: Record<string, string>; timeout?: number }

/**
 * One POST of JSON. Redirects are not followed (an address that was checked must be the one that is
 * called), and whoever does not answer within ten seconds is given up on until the next try.
 */
async function post({ url, body, headers, timeout = 10_000 }: Request) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    const answer = await beginning(response)
    if (response.ok) return { ok: true as const, answer }
    return { ok: false as const, trouble: 'deliveryStatus', answer: String(response.status) }
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } }
    const slow = name === 'TimeoutError' || name === 'AbortError'
    return {
      ok: false as const,
      trouble: slow ? 'deliveryTimeout' : 'deliveryUnreachable',
      answer: cause?.code ?? '',
    }
  }
}

/** Not more of an answer than there is to show. */
async function beginning(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const { value } = await reader.read()
  await reader.cancel()
  return value ? new TextDecoder().decode(value.subarray(0, 2_000)) : ''
}

/**
 * Group robots answer 200 with an error code inside. Nothing else of an answer is kept or shown: an
 * address may lead to any machine of the network, and its pages are nobody's business here.
 */
async function postToRobot(url: string, text: string, timeout?: number): Promise<SendResult> {
  const body = JSON.stringify({ msgtype: 'text', text: { content: text } })
  const sent = await post({ url, body, timeout })
  if (!sent.ok) return sent
  const code = /"errcode"\s*:\s*(-?\d+)/.exec(sent.answer)?.[1]
  if (code === '0') return { ok: true, answer: '' }
  const said = /"errmsg"\s*:\s*"([^"]{0,100})/.exec(sent.answer)?.[1]
  const answer = code ? [code, said].filter(Boolean).join(' ') : ''
  return { ok: false, trouble: 'deliveryRefused', answer }
}

/** 企业微信群机器人: the key is part of its address. */
export const sendToWecom = (url: string, text: string, timeout?: number) =>
  postToRobot(url, text, timeout)

/** 钉钉群机器人: signed with time and secret (加签) where it has one. */
export function sendToDingtalk(
  { url, secret }: { url: string; secret?: string },
  text: string,
  now: Date,
  timeout?: number,
): Promise<SendResult> {
  const address = new URL(url)
  if (secret) {
    const timestamp = String(now.getTime())
    address.searchParams.set('timestamp', timestamp)
    address.searchParams.set('sign', dingtalkSign(timestamp, secret))
  }
  return postToRobot(address.href, text, timeout)
}

/**
 * The generic webhook: `X-Ovop-Signature: sha256=<hex HMAC-SHA256 of "timestamp.body">`. The id is
 * the same at every try, so that whoever got it twice can tell.
 */
export function sendToWebhook(
  { url, secret }: { url: string; secret: string },
  { id, payload }: { id: string; payload: Record<string, unknown> },
  now: Date,
  timeout?: number,
): Promise<SendResult> {
  const body = JSON.stringify({ id, ...payload })
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const headers = {
    'x-ovop-id': id,
    'x-ovop-timestamp': timestamp,
    'x-ovop-signature': `sha256=${webhookSign(timestamp, body, secret)}`,
  }
  return post({ url, body, headers, timeout }).then((sent) => ({
    ...sent,
    answer: sent.ok ? '' : sent.answer,
  }))
}
