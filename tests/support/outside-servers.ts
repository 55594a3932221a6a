import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port

export type Received = { path: string; headers: IncomingHttpHeaders; body: string }

/**
 * Another system on this machine: answers 200 with `answer` and keeps what it got; `mode` makes it
 * answer 500, or never.
 */
export function outsideWeb(answer = '{"errcode":0,"errmsg":"ok"}') {
  const state = { mode: 'ok' as 'ok' | 'broken' | 'silent', answer, tries: 0 }
  const received: Received[] = []
  const server: Server = createServer((request, response) => {
    state.tries += 1
    if (state.mode === 'silent') return
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (state.mode === 'broken') {
        response.writeHead(500).end('broken')
        return
      }
      received.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(200, { 'content-type': 'application/json' }).end(state.answer)
    })
  })
  const ready = new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    state,
    received,
    url: async (path = '/') => {
      await ready
      return `http://127.0.0.1:${portOf(server)}${path}`
    },
  }
}

export type MailReceived = { from: string; to: string; text: string; messageId: string }

/** A mail server without any frills: takes whatever it is given, or drops the line. */
export function outsideMail() {
  const received: MailReceived[] = []
  const state = { refuses: false }
  const server = createNetServer((socket) => talk(socket, received, state))
  const ready = new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.close()
  })
  return {
    received,
    state,
    port: async () => {
      await ready
      return portOf(server)
    },
  }
}

function talk(socket: Socket, received: MailReceived[], state: { refuses: boolean }) {
  const mail = { from: '', to: '', text: '', messageId: '' }
  let rest = ''
  let inside = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (inside) {
      if (line === '.') {
        inside = false
        mail.messageId = /^Message-ID: (.*)$/im.exec(mail.text)?.[1] ?? ''
        received.push({ ...mail })
        mail.text = ''
        say('250 taken')
      } else mail.text += `${line}\n`
    } else if (/^EHLO|^HELO/i.test(line)) say('250 here')
    else if (/^MAIL FROM/i.test(line)) {
      mail.from = line
      say(state.refuses ? '550 not today' : '250 ok')
    } else if (/^RCPT TO/i.test(line)) {
      mail.to = /<(.*)>/.exec(line)?.[1] ?? ''
      say('250 ok')
    } else if (/^DATA/i.test(line)) {
      inside = true
      say('354 go on')
    } else if (/^QUIT/i.test(line)) {
      say('221 bye')
      socket.end()
    } else say('250 ok')
  }
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  say('220 test')
}
