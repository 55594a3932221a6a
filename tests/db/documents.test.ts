import { beforeAll, describe, expect, it } from 'vitest'
import { readHome } from '@/lib/dashboards/home-queries'
import { read, transaction } from '@/lib/db'
import { acknowledge, publishDocument, repealDocument } from '@/lib/documents/commands'
import { listDocuments, readDocument, readDocumentFile } from '@/lib/documents/queries'
import { publishDocumentInput } from '@/lib/documents/schema'
import { search } from '@/lib/search/queries'
import { termOf } from '@/lib/search/term'
import { makeWorld, type World } from '@/tests/support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})

const given = (change: object = {}) =>
  publishDocumentInput.parse({
    title: '关于健全村级制度的通知',
    issuer: '县委组织部',
    text: '对照清单健全一事一议等制度。',
    readerRoles: ['TOWNSHIP'],
    ...change,
  })
const publish = async (change: object = {}) =>
  publishDocument(await world.viewer('A.office'), given(change))
const titles = async (who: string, filter: object) =>
  (await listDocuments(await world.viewer(who), filter)).documents.map(({ id }) => id)

describe('publishing', () => {
  it('tells the county, and everyone who works on cases reads it', async () => {
    const id = await publish()
    for (const who of ['office', 'leader', 'township', 'helper', 'team', 'inspector']) {
      expect((await readDocument(await world.viewer(`A.${who}`), id)).text).toContain('一事一议')
    }
    const office = await world.viewer('A.office')
    const told = await read(office, (tx) =>
      tx.event.findFirst({
        where: { chain: 'accounts:450223', kind: 'documentPublished' },
        orderBy: { seq: 'desc' },
        select: { details: true },
      }),
    )
    expect(told?.details).toMatchObject({ title: '关于健全村级制度的通知', edition: 1 })
  })

  it.each(['township', 'leader', 'helper', 'team', 'inspector', 'admin'])(
    '%s may not publish',
    async (who) => {
      await expect(publishDocument(await world.viewer(`A.${who}`), given())).rejects.toMatchObject({
        status: 403,
      })
    },
  )

  it('stays in its county, by list, address, file and search', async () => {
    const file = new File(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF'], '通知.pdf')
    const id = await publish({ title: '甲县独有文件', file })
    const own = await world.viewer('A.team')
    expect((await readDocumentFile(own, id)).fileName).toBe('通知.pdf')
    const other = await world.viewer('B.office')
    await expect(readDocument(other, id)).rejects.toMatchObject({ status: 404 })
    await expect(readDocumentFile(other, id)).rejects.toMatchObject({ status: 404 })
    expect(await titles('B.office', { state: 'all' })).toEqual([])
    const term = termOf('甲县独有')
    if (!term) throw new Error('no term')
    expect((await search(own, term)).documents.items.map((one) => one.id)).toEqual([id])
    expect((await search(other, term)).documents.items).toEqual([])
    const admin = await world.viewer('A.admin')
    await expect(readDocument(admin, id)).rejects.toMatchObject({ status: 404 })
    expect(await read(other, (tx) => tx.document.count({ where: { id } }))).toBe(0)
    expect(await read(admin, (tx) => tx.document.count({ where: { id } }))).toBe(0)
  })

  it('is found by its text, and letters stand for themselves', async () => {
    const id = await publish({ title: '经费办法', text: '占比 100% 的村' })
    expect(await titles('A.team', { q: '100%' })).toEqual([id])
    expect(await titles('A.team', { q: '10_%' })).toEqual([])
  })

  it('wants a text or a file', () => {
    expect(publishDocumentInput.safeParse({ title: '空', issuer: '县' }).success).toBe(false)
  })
})

describe('versions', () => {
  it('a new one supersedes, the old stays readable, and only the newest can be revised', async () => {
    const first = await publish({ title: '办法' })
    const second = await publish({ title: '办法', supersedesId: first })
    const team = await world.viewer('A.team')
    expect(await readDocument(team, first)).toMatchObject({
      standing: 'superseded',
      supersededBy: { id: second, edition: 2 },
    })
    expect(await readDocument(team, second)).toMatchObject({ edition: 2, standing: 'inForce' })
    expect(await titles('A.team', {})).not.toContain(first)
    await expect(publish({ supersedesId: first })).rejects.toMatchObject({
      code: 'documentSuperseded',
    })
    const office = await world.viewer('A.office')
    await repealDocument(office, { documentId: second, reason: '另行印发' })
    expect((await readDocument(team, second)).standing).toBe('repealed')
    await expect(publish({ supersedesId: second })).rejects.toMatchObject({
      code: 'documentRepealed',
    })
    const other = await world.viewer('B.office')
    await expect(repealDocument(other, { documentId: first, reason: '误' })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('the wall lets nobody rewrite what was published', async () => {
    const id = await publish({ title: '定稿' })
    const office = await world.viewer('A.office')
    await expect(
      transaction(office, (tx) =>
        tx.document.updateMany({ where: { id }, data: { text: '改过' } }),
      ),
    ).rejects.toThrow()
  })
})

describe('who must read it', () => {
  it('is asked until they say so once; the office sees organisations, others nothing', async () => {
    const helper = world.organisations['A.helper'] ?? ''
    const id = await publish({ title: '须阅文件', readerOrganisationIds: [helper] })
    const asked = async (who: string) =>
      (await readHome(await world.viewer(who))).unread.some((one) => one.id === id)
    expect(await asked('A.township')).toBe(true)
    expect(await asked('A.helper')).toBe(true)
    expect(await asked('A.team')).toBe(false)
    const township = await world.viewer('A.township')
    await acknowledge(township, { documentId: id })
    await acknowledge(township, { documentId: id })
    expect(await asked('A.township')).toBe(false)
    expect(await asked('A.township-2')).toBe(true)
    await expect(
      acknowledge(await world.viewer('A.team'), { documentId: id }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      acknowledge(await world.viewer('B.township'), { documentId: id }),
    ).rejects.toMatchObject({ status: 404 })
    expect((await readDocument(await world.viewer('A.office'), id)).readBy).toHaveLength(1)
    const helperSees = await world.viewer('A.helper')
    expect((await readDocument(helperSees, id)).readBy).toEqual([])
    expect(
      await read(helperSees, (tx) => tx.documentRead.count({ where: { documentId: id } })),
    ).toBe(0)
  })

  it('no organisation of another county can be asked', async () => {
    const strange = world.organisations['B.helper'] ?? ''
    await expect(publish({ readerOrganisationIds: [strange] })).rejects.toMatchObject({
      issues: [{ field: 'readerOrganisationIds', code: 'invalidChoice' }],
    })
  })
})
