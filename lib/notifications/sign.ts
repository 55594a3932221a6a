import { createHmac } from 'node:crypto'

/** 钉钉加签: HMAC-SHA256 of "time, line feed, secret" under the secret, in base64. */
export const dingtalkSign = (timestamp: string, secret: string) =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')

/** The generic webhook's: HMAC-SHA256 of "timestamp.body" under the secret, hexadecimal. */
export const webhookSign = (timestamp: string, body: string, secret: string) =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
