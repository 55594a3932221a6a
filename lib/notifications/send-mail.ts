import 'server-only'
import { createTransport } from 'nodemailer'
import type { SendResult } from './send-http'

type MailServer = {
  host: string
  port: number
  /** TLS from the first byte, STARTTLS required, or none (inside one machine or network). */
  security: 'TLS' | 'STARTTLS' | 'NONE'
  from: string
  user: string
  password: string
}

type Mail = { to: string; subject: string; text: string; messageId: string }

/**
 * Sends one e-mail within 20 seconds. At least once: a worker that dies between sending and noting
 * it sends again, under the same Message-ID, by which mail programs drop the second one.
 */
export async function sendMail(
  server: MailServer,
  { to, subject, text, messageId }: Mail,
  timeout = 10_000,
): Promise<SendResult> {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'TLS',
    requireTLS: server.security === 'STARTTLS',
    ignoreTLS: server.security === 'NONE',
    ...(server.user && { auth: { user: server.user, pass: server.password } }),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { response } = await transport.sendMail({
      from: server.from,
      to,
      subject,
      text,
      messageId,
    })
    return { ok: true, answer: response.slice(0, 200) }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    return {
      ok: false,
      trouble: troubles[code ?? ''] ?? 'deliveryRefused',
      answer: message.slice(0, 200),
    }
  } finally {
    transport.close()
  }
}

const troubles: Record<string, string> = {
  ETIMEDOUT: 'deliveryTimeout',
  ESOCKET: 'deliveryUnreachable',
  ECONNECTION: 'deliveryUnreachable',
  EDNS: 'deliveryUnreachable',
  ETLS: 'deliveryTls',
  EAUTH: 'deliverySignIn',
}
