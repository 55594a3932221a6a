import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { record } from '@/lib/audit/record'
import { transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import {
  removeChannel,
  retryDelivery,
  saveChannel,
  testChannel,
} from '@/lib/notifications/channel-commands'
import { readChannel, readChannels } from '@/lib/notifications/channel-queries'
import { deliverDue } from '@/lib/notifications/deliver-commands'
import { queueEvents } from '@/lib/notifications/push-commands'
import { saveChannelInput } from '@/lib/notifications/schema'
import { seal, unseal } from '@/lib/notifications/seal'
import { askWebhook, confirmWebhook, endWebhook } from '@/lib/notifications/webhook-commands'
import { caseAt } from '@/tests/support/case-at'
import { databaseOfThisFile } from '@/tests/support/database'
import { outsideMail, outsideWeb } from '@/tests/support/outside-servers'
import { makeWorld, type World } from '@/tests/support/world'

const { owner } = databaseOfThisFile()
const [wecom, ding, hook, pushed, mail] = [
  outsideWeb(),
  outsideWeb(),
  outsideWeb(),
  outsideWeb(),
  outsideMail(),
]
const county = '450223'
const start = new Date('2026-10-09T01:00:00Z')
const minutesOn = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
let world: World

beforeAll(async () => {
  world = await makeWorld()
})

const channel = async (given: object) =>
  saveChannel(await world.viewer('A.office'), saveChannelInput.parse({ active: 'yes', ...given }))

/** A message for a person, as a digest queues it. */
async function queue(channelId: string, user: string | null = 'A.helper') {
  const id = newId()
  await owner.query(
    `INSERT INTO deliveries (id, county_id, key, channel_id, user_id, body, next_at)
     VALUES ($1::uuid, $2, $1::text, $3, $4, $5, $6)`,
    [
      id,
      county,
      channelId,
      user ? world.users[user] : null,
      { kind: 'digest', day: '2026-10-09', open: 3, fresh: 1 },
      start,
    ],
  )
  return id
}

const deliver = (now: Date, toPeople = true) => deliverDue(county, { now, toPeople, timeout: 300 })
const stateOf = async (id: string) =>
  (await owner.query('SELECT state, attempts, trouble FROM deliveries WHERE id = $1', [id])).rows[0]

describe('by e-mail', () => {
  test('sent within the hours; a worker that died sends again under the same Message-ID', async () => {
    const id = await channel({
      kind: 'SMTP',
      name: '邮箱',
      host: '127.0.0.1',
      port: await mail.port(),
      security: 'NONE',
      from: 'office@example.gov.cn',
    })
    await owner.query(
      "INSERT INTO reminder_settings (user_id, county_id, email, email_on) VALUES ($1, $2, 'helper@example.gov.cn', true)",
      [world.users['A.helper'], county],
    )
    const message = await queue(id)
    expect(await deliver(start, false)).toBe(0)
    expect(await deliver(start)).toBe(1)
    expect(await deliver(minutesOn(5))).toBe(0)
    await owner.query("UPDATE deliveries SET state = 'WAITING' WHERE id = $1", [message])
    await deliver(minutesOn(10))
    expect(mail.received.map(({ to }) => to)).toEqual(Array(2).fill('helper@example.gov.cn'))
    expect(mail.received[0]?.messageId).toBe(`<${message}@localhost>`)
    expect(mail.received[1]?.messageId).toBe(mail.received[0]?.messageId)
    const [head = '', ...body] = (mail.received[0]?.text ?? '').split('\n\n')
    expect(head).toMatch(/^Subject: =\?UTF-8\?/m)
    const text = Buffer.from(body.join(''), 'base64').toString('utf8')
    expect(`${text}${body}`).not.toMatch(/软弱|涣散|整顿/)
  })

  test('a server that cannot be reached, and one that refuses: tried again, then given up', async () => {
    const id = await channel({
      kind: 'SMTP',
      name: '坏邮箱',
      host: '127.0.0.1',
      port: '1',
      security: 'NONE',
      from: 'office@example.gov.cn',
    })
    const message = await queue(id)
    await deliver(minutesOn(60))
    expect(await stateOf(message)).toMatchObject({
      state: 'WAITING',
      attempts: 1,
      trouble: 'deliveryUnreachable',
    })
    for (let hours = 2; hours < 140; hours += 6) await deliver(minutesOn(hours * 60))
    expect((await stateOf(message)).state).toBe('DEAD')
    const office = await world.viewer('A.office')
    expect((await readChannels(office)).dead).toMatchObject([{ by: '坏邮箱', person: 'Ahelper' }])
    await retryDelivery(office, { deliveryId: message }, minutesOn(9000))
    expect(await stateOf(message)).toMatchObject({ state: 'WAITING', attempts: 0 })
    await expect(
      retryDelivery(office, { deliveryId: message }, minutesOn(9000)),
    ).rejects.toMatchObject({ status: 409 })
    await owner.query("UPDATE deliveries SET state = 'CANCELLED' WHERE id = $1", [message])
  })
})

describe('group robots', () => {
  test('WeCom by its address; an error inside a 200 is an error', async () => {
    const id = await channel({
      kind: 'WECOM',
      name: '企微群',
      url: await wecom.url('/cgi-bin/webhook/send?key=K123'),
    })
    await testChannel(await world.viewer('A.office'), { channelId: id }, start)
    expect(wecom.received[0]?.path).toBe('/cgi-bin/webhook/send?key=K123')
    expect(JSON.parse(wecom.received[0]?.body ?? '')).toMatchObject({ msgtype: 'text' })
    wecom.state.answer = '{"errcode":93000,"errmsg":"invalid webhook url"}'
    const message = await queue(id, null)
    await deliver(start)
    expect(await stateOf(message)).toMatchObject({ state: 'WAITING', trouble: 'deliveryRefused' })
    await owner.query("UPDATE deliveries SET state = 'CANCELLED' WHERE id = $1", [message])
  })

  test('DingTalk signs with time and secret', async () => {
    const id = await channel({
      kind: 'DINGTALK',
      name: '钉钉群',
      url: await ding.url('/robot/send?access_token=T'),
      secret: 'SECabc',
    })
    await queue(id, null)
    await deliver(start)
    const asked = new URL(ding.received[0]?.path ?? '', 'http://x')
    const sign = createHmac('sha256', 'SECabc').update(`${start.getTime()}\nSECabc`)
    expect(asked.searchParams.get('timestamp')).toBe(String(start.getTime()))
    expect(asked.searchParams.get('sign')).toBe(sign.digest('base64'))
    expect(asked.searchParams.get('access_token')).toBe('T')
  })
})

describe('the signed webhook', () => {
  test('carries who and how many, signed, with an id that stays the same', async () => {
    const id = await channel({
      kind: 'WEBHOOK',
      name: '短信网关',
      url: await hook.url('/sms'),
      secret: 'a secret of both',
    })
    const message = await queue(id)
    hook.state.mode = 'silent'
    await deliver(start)
    expect(await stateOf(message)).toMatchObject({ trouble: 'deliveryTimeout', attempts: 1 })
    hook.state.mode = 'ok'
    await deliver(minutesOn(2))
    const [got] = hook.received
    const body = JSON.parse(got?.body ?? '{}')
    expect(body).toMatchObject({
      id: message,
      type: 'digest',
      open: 3,
      recipient: { account: 'a-helper' },
    })
    expect(got?.body).not.toMatch(/软弱|涣散|整顿/)
    const signed = `${got?.headers['x-ovop-timestamp']}.${got?.body}`
    const sign = createHmac('sha256', 'a secret of both').update(signed).digest('hex')
    expect(got?.headers['x-ovop-signature']).toBe(`sha256=${sign}`)
  })
})

describe('what is secret', () => {
  test('lies sealed in the database and is given back to nobody', async () => {
    const { rows } = await owner.query('SELECT id, sealed FROM channels')
    const dump = JSON.stringify((await owner.query('SELECT * FROM channels')).rows)
    for (const secret of ['K123', 'SECabc', 'a secret of both', 'access_token']) {
      expect(dump).not.toContain(secret)
    }
    const sealed = rows.find((row) => row.sealed !== '')
    expect(unseal(sealed.sealed, sealed.id)).toBeDefined()
    expect(unseal(sealed.sealed, newId())).toBeUndefined()
    expect(unseal(`${sealed.sealed.slice(0, -2)}AA`, sealed.id)).toBeUndefined()
    expect(unseal('', sealed.id)).toBeUndefined()
    const id = newId()
    expect(seal({ password: 'p' }, id)).not.toBe(seal({ password: 'p' }, id))
    const office = await world.viewer('A.office')
    expect(JSON.stringify(await readChannels(office))).not.toContain('sealed')
    expect(JSON.stringify(await readChannel(office, sealed.id))).not.toContain(sealed.sealed)
  })

  test('changing the rest keeps it; of others’ channels nobody learns', async () => {
    const office = await world.viewer('A.office')
    const { channels } = await readChannels(office)
    const robot = channels.find(({ kind }) => kind === 'DINGTALK')
    await saveChannel(
      office,
      saveChannelInput.parse({
        channelId: robot?.id,
        version: robot?.version,
        kind: 'DINGTALK',
        name: '改名的群',
      }),
    )
    ding.received.length = 0
    await testChannel(office, { channelId: robot?.id ?? '' }, start)
    expect(ding.received[0]?.path).toContain('access_token=T')
    const onRobot = { channelId: robot?.id ?? '', version: 2 }
    await expect(
      removeChannel(await world.viewer('B.office'), onRobot, start),
    ).rejects.toMatchObject({ status: 404 })
    for (const who of ['A.township', 'A.helper', 'A.inspector', 'A.leader']) {
      const viewer = await world.viewer(who)
      await expect(readChannels(viewer)).rejects.toMatchObject({ status: 403 })
      await expect(removeChannel(viewer, onRobot, start)).rejects.toMatchObject({ status: 403 })
    }
    await removeChannel(await world.viewer('A.admin'), onRobot, start)
    const { rows } = await owner.query('SELECT sealed FROM channels WHERE id = $1', [robot?.id])
    expect(rows).toEqual([{ sealed: '' }])
    const { rows: kinds } = await owner.query(
      "SELECT kind FROM events WHERE chain = 'accounts:450223' AND kind LIKE 'channel%' ORDER BY seq DESC LIMIT 2",
    )
    expect(kinds.map(({ kind }) => kind)).toEqual(['channelRemoved', 'channelSaved'])
  })
})

describe('events pushed to other systems', () => {
  test('asked for by the administrator, pushed once the county office agrees, through a day of 500', async () => {
    const admin = await world.viewer('A.admin')
    const office = await world.viewer('A.office')
    const kase = await caseAt(world, 'RECTIFYING', { village: 'A.0.0' })
    const asking = {
      name: '县大数据平台',
      url: await pushed.url('/events'),
      secret: 'sixteen or more..',
      kinds: ['caseClosed' as const],
    }
    await expect(askWebhook(office, asking)).rejects.toMatchObject({ status: 403 })
    const subscriptionId = await askWebhook(admin, asking)
    const on = { subscriptionId, version: 1 }
    const close = () =>
      transaction(office, (tx) =>
        record(
          tx,
          { viewer: office },
          { caseId: kase.caseId, countyId: county, townshipId: '450223201' },
          {
            kind: 'caseClosed',
            details: { number: '1', basis: '', signers: [], exceptions: [] },
          },
        ),
      )
    await close()
    expect(await queueEvents(county, new Date())).toBe(0)
    await expect(confirmWebhook(admin, on, new Date())).rejects.toMatchObject({ status: 403 })
    const agreed = new Date()
    await confirmWebhook(office, on, agreed)
    await close()
    const now = new Date(Date.now() + 1000)
    expect(await queueEvents(county, now)).toBe(1)
    expect(await queueEvents(county, now)).toBe(0)
    pushed.state.mode = 'broken'
    for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
      await deliver(new Date(now.getTime() + minutes * 60_000), false)
    }
    expect(pushed.state.tries).toBeGreaterThan(5)
    expect(pushed.state.tries).toBeLessThan(10)
    // Of what the other side said only the status is kept: an address may lead anywhere.
    const { rows } = await owner.query(
      'SELECT trouble, answer FROM deliveries WHERE subscription_id = $1',
      [subscriptionId],
    )
    expect(rows).toEqual([{ trouble: 'deliveryStatus', answer: '500' }])
    pushed.state.mode = 'ok'
    for (let hours = 24; hours < 60; hours += 6) {
      await deliver(new Date(now.getTime() + hours * 3_600_000), false)
    }
    expect(pushed.received).toHaveLength(1)
    const body = JSON.parse(pushed.received[0]?.body ?? '{}')
    expect(body).toMatchObject({ type: 'event', event: 'caseClosed', caseId: kase.caseId })
    expect(Object.keys(body).sort().join()).toBe('at,caseId,county,event,id,link,noticeId,type')
    await endWebhook(admin, { subscriptionId, version: 2 }, new Date())
    await close()
    expect(await queueEvents(county, new Date(Date.now() + 2000))).toBe(0)
  })
})
