import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/access/viewer-types'
import { decline, propose } from '@/lib/cases/commands'
import { fromDay } from '@/lib/dates'
import { read, transaction } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { LedgerRow } from '@/lib/ledger/columns'
import { checkLedger, importLedger } from '@/lib/ledger/import-commands'
import { databaseOfThisFile } from '@/tests/support/database'
import { addBatch, ledgerFile, ledgerText } from '@/tests/support/ledger'
import { statementsOf } from '@/tests/support/statements'
import { makeWorld, type World } from '@/tests/support/world'

databaseOfThisFile()
let world: World
let office: Viewer
let batchId: string
const now = new Date('2026-03-10T02:00:00Z')
const [first, second] = ['鹿寨县第1镇', '鹿寨县第2镇']
const vacant = '班子配备不齐、书记长期缺职、工作处于停滞状态'

beforeAll(async () => {
  world = await makeWorld()
  office = await world.viewer('A.office')
  batchId = await addBatch(world, 'A', 1)
})

const open = (village: string, more: Partial<LedgerRow> = {}): Partial<LedgerRow> => ({
  township: first,
  village,
  situation: vacant,
  problems: '书记长期空缺',
  measures: '选派第一书记',
  stage: '整顿中',
  ...more,
})
const closed = (village: string, more: Partial<LedgerRow> = {}): Partial<LedgerRow> => ({
  ...open(village),
  confirmation: '县委常委会 2014年5月3日 鹿发〔2014〕5号',
  stage: '已销号',
  closing: '2015.12.30 鹿组销〔2015〕3号',
  ...more,
})

type Rows = readonly Partial<LedgerRow>[]
const check = async (rows: Rows, viewer = office, id = batchId) =>
  checkLedger(viewer, { batchId: id, file: await ledgerFile(rows), text: '' })
const codes = async (rows: Rows, id = batchId) => {
  const { rows: checked } = await check(rows, office, id)
  return checked.map(({ issues }) => issues.map(({ field, code }) => `${field}:${code}`))
}
const enter = async (rows: Rows, onlyGood = false, id = batchId) => {
  const { sent, seal } = await check(rows, office, id)
  return importLedger(office, { batchId: id, sent, seal, onlyGood }, now)
}
const state = () =>
  read(office, async (tx) => ({
    cases: await tx.case.count(),
    events: await tx.event.count(),
    imports: await tx.ledgerImport.findMany({ orderBy: { importedAt: 'asc' } }),
  }))

describe('a ledger', () => {
  test('becomes historical cases and candidates, with an event each, one for the batch and a record', async () => {
    const rows = [
      closed('试11村', { causes: '换届后无人接任' }),
      open('试12村', { problems: '1.书记空缺\n2.村务不公开', causes: '2.账目不清' }),
    ]
    expect(await enter(rows)).toEqual({ historical: 1, candidates: 1, leftOut: 0 })
    const [old, fresh] = await read(office, (tx) =>
      tx.case.findMany({
        orderBy: { village: { code: 'asc' } },
        include: { problems: { orderBy: { number: 'asc' } } },
      }),
    )
    expect(old).toMatchObject({
      stage: 'CLOSED',
      origin: 'HISTORICAL',
      batchId,
      confirmedOn: fromDay('2014-05-03'),
      closedOn: fromDay('2015-12-30'),
      sourceDocument: '鹿组销〔2015〕3号，整顿工作台账（台账.xlsx第 5 行）',
      problems: [{ title: '书记长期空缺', status: 'VERIFIED', cause: '换届后无人接任' }],
    })
    expect(fresh).toMatchObject({
      stage: 'CANDIDATE',
      batchId: null,
      proposedById: office.userId,
      problems: [
        { title: '书记空缺', cause: '' },
        { title: '村务不公开', cause: '账目不清' },
      ],
    })
    expect(fresh?.yellowOn).not.toBeNull()
    expect(fresh?.proposal).toContain('措施：选派第一书记')
    const events = await read(office, (tx) => tx.event.findMany({ orderBy: { at: 'asc' } }))
    expect(events.map(({ chain, kind }) => [chain, kind])).toEqual([
      [`case:${old?.id}`, 'historicalCaseEntered'],
      [`case:${fresh?.id}`, 'caseProposed'],
      [`batch:${batchId}`, 'ledgerImported'],
    ])
    expect((await state()).imports).toMatchObject([
      {
        fileName: '台账.xlsx',
        historical: 1,
        candidates: 1,
        leftOut: 0,
        importedByName: 'Aoffice',
      },
    ])
  })

  test('says of every row what is wrong with it, and changes nothing', async () => {
    const before = await state()
    const rows: [Partial<LedgerRow>, ...string[]][] = [
      [open('试13村')],
      [open('试11村', { relapse: '是' }), 'village:villageInBatch'],
      [open('试12村'), 'village:villageHasOpenCase'],
      [open('试13村', { township: second }), 'township:villageElsewhere'],
      [open('试14村', { township: '鹿寨县第3镇' }), 'township:townshipNear'],
      [open('试19村'), 'village:villageNear'],
      [open('莫须有'), 'village:villageUnknown'],
      [open('试14村', { situation: '班子涣散' }), 'situation:situationUnknown'],
      [open('试15村', { situation: '', problems: '' }), 'problems:findingNeeded'],
      [closed('试16村', { confirmation: '' }), 'confirmation:dateNeeded'],
      [closed('试21村', { township: second, closing: '2015年2月30日' }), 'closing:dateImpossible'],
      [closed('试22村', { township: second, closing: '2027.1.1' }), 'closing:dateInFuture'],
      [
        closed('试23村', { township: second, closing: '2013-1-1' }),
        'closing:closedBeforeConfirmed',
      ],
      [closed('试24村', { township: second, stage: '整顿中' }), 'closing:closedAndOpen'],
      [closed('试25村', { township: second, batch: '第二批' }), 'batch:otherBatch'],
      [open('试26村', { township: second, category: '弱' }), 'category:categoryDiffers'],
    ]
    expect(await codes(rows.map(([row]) => row))).toEqual(rows.map(([, ...against]) => against))
    expect(await state()).toEqual(before)
  })

  test('two rows of one village are refused both, each naming the other', async () => {
    const { rows } = await check([open('试13村'), open('试13村村民委员会')])
    expect(rows.map(({ issues }) => issues)).toEqual([
      [{ field: 'village', code: 'repeated', params: { lines: '6' } }],
      [{ field: 'village', code: 'repeated', params: { lines: '5' } }],
    ])
  })

  test('is taken in whole or, by choice, only its good rows', async () => {
    const rows = [closed('试13村'), open('莫须有')]
    const before = await state()
    await expect(enter(rows)).rejects.toMatchObject({ code: 'ledgerHasErrors' })
    expect(await state()).toEqual(before)
    expect(await enter(rows, true)).toEqual({ historical: 1, candidates: 0, leftOut: 1 })
    await expect(enter([open('莫须有')], true)).rejects.toMatchObject({ code: 'sheetNothingGood' })
  })

  test('sent twice at once is stored once', async () => {
    const { sent, seal } = await check([closed('试14村')])
    const send = () => importLedger(office, { batchId, sent, seal, onlyGood: false }, now)
    const answers = await Promise.all([send(), send(), send()])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const cases = await read(office, (tx) =>
      tx.case.count({ where: { village: { name: '试14村' } } }),
    )
    expect(cases).toBe(1)
  })

  test('two people at once list a village once', async () => {
    const other = await world.viewer('A.office-2')
    const sheets = [await check([open('试15村')]), await check([open('试15村')], other)]
    const done = await Promise.allSettled(
      sheets.map(({ sent, seal }, index) =>
        importLedger(index === 0 ? office : other, { batchId, sent, seal, onlyGood: true }, now),
      ),
    )
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'sheetChanged' },
    })
  })

  test('what was listed between check and import is not passed over silently', async () => {
    const sheet = await check([open('试16村'), closed('试25村', { township: second })])
    const caseId = await propose(office, {
      villageId: world.villages['A.0.5'] ?? '',
      proposal: '',
      findings: [{ kindId: world.kinds[0] ?? '', title: '空缺', cause: '', evidence: '' }],
    })
    const given = { batchId, sent: sheet.sent, seal: sheet.seal, onlyGood: true }
    await expect(importLedger(office, given, now)).rejects.toMatchObject({ code: 'sheetChanged' })
    await decline(office, { caseId, version: 1, reason: '误报' })
    expect(await importLedger(office, given, now)).toMatchObject({ candidates: 1, historical: 1 })
  })

  test('a closed village asks whether it is a relapse, and is linked', async () => {
    const next = await addBatch(world, 'A', 2)
    expect(await codes([open('试11村')], next)).toEqual([['relapse:relapseOrNot']])
    expect(await codes([open('试11村', { relapse: '也许' })], next)).toEqual([
      ['relapse:yesOrNo', 'relapse:relapseOrNot'],
    ])
    await enter([open('试11村', { relapse: '是' })], false, next)
    const kase = await read(office, (tx) =>
      tx.case.findFirstOrThrow({
        where: { village: { name: '试11村' }, stage: 'CANDIDATE' },
        select: { previousCaseId: true, batchId: true },
      }),
    )
    expect(kase).toMatchObject({ previousCaseId: expect.any(String), batchId: null })
  })

  test('is the county office’s alone, in its own county, as it was read', async () => {
    const rows = [closed('试24村', { township: second })]
    const foreign = await addBatch(world, 'B', 1)
    for (const who of ['A.township', 'A.leader', 'A.helper', 'A.inspector']) {
      await expect(check(rows, await world.viewer(who))).rejects.toMatchObject({ status: 403 })
    }
    for (const who of ['B.office', 'A.admin']) {
      await expect(check(rows, await world.viewer(who))).rejects.toMatchObject({ status: 404 })
    }
    const { sent, seal } = await check(rows)
    const give = (viewer: Viewer, more: object) =>
      importLedger(viewer, { batchId, sent, seal, onlyGood: false, ...more }, now)
    await expect(give(office, { batchId: foreign })).rejects.toMatchObject({ status: 404 })
    await expect(give(await world.viewer('A.township'), {})).rejects.toMatchObject({ status: 403 })
    await expect(give(await world.viewer('B.office'), {})).rejects.toMatchObject({ status: 404 })
    const changed = sent.replace('鹿组销', '鹿组消')
    expect(changed).not.toBe(sent)
    for (const more of [{ sent: changed }, { seal: '' }, { seal: `${seal}x` }]) {
      await expect(give(office, more)).rejects.toMatchObject({ code: 'sheetChanged' })
    }
    await expect(give(await world.viewer('A.office-2'), {})).rejects.toMatchObject({
      code: 'sheetChanged',
    })
  })

  test('is checked in as many statements for many rows as for one', async () => {
    const some = [open('试21村', { township: second })]
    const many = [
      ...some,
      open('试22村', { township: second }),
      open('试23村', { township: second }),
    ]
    const one = await statementsOf(() => check(some))
    expect((await statementsOf(() => check(many))).length).toBe(one.length)
    expect(one.length).toBeLessThanOrEqual(12)
  })

  test('nothing at all is said to be nothing', async () => {
    const nothing = checkLedger(office, { batchId, text: ' ' })
    await expect(nothing).rejects.toMatchObject({ code: 'sheetEmpty' })
  })

  test('pasted cells are understood too, and a renamed village by its former name', async () => {
    await transaction(office, async (tx) => {
      await tx.village.update({
        where: { id: world.villages['A.1.5'] },
        data: { name: '新名村', officialName: '新名村民委员会', pinyin: 'xinmingcun' },
      })
      await tx.villageChange.create({
        data: {
          id: newId(),
          villageId: world.villages['A.1.5'] ?? '',
          kind: 'RENAMED',
          effectiveOn: fromDay('2020-01-01'),
          documentNo: '鹿民〔2020〕1号',
          nameBefore: '试26村',
          nameAfter: '新名村',
          officialNameBefore: '试26村民委员会',
          codeBefore: '450223103905',
          codeAfter: '450223103905',
          recordedByName: '某',
        },
      })
    })
    const text = ledgerText([
      open('试26村', { township: second }),
      open('心名村', { township: second }),
    ])
    const { rows } = await checkLedger(office, { batchId, text })
    expect(rows).toMatchObject([
      {
        village: { name: '新名村' },
        makes: 'candidate',
        notes: [{ code: 'formerName' }],
        issues: [],
      },
      { makes: null, issues: [{ code: 'villageNear', params: { near: '新名村' } }] },
    ])
  })
})
