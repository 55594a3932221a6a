import 'server-only'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { authorize } from '@/lib/access/policy'
import { type Grant, signature, type Viewer } from '@/lib/access/viewer-types'
import { safeName } from '@/lib/attachments/name'
import { record } from '@/lib/audit/record'
import { kindsInForce } from '@/lib/cases/candidate-queries'
import { proposeInTx } from '@/lib/cases/commands'
import { enterHistoricalInTx } from '@/lib/cases/historical-commands'
import { lockVillages } from '@/lib/cases/lock-village'
import { read, type Tx, transaction } from '@/lib/db'
import { NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Sheet } from '@/lib/sheets/cells'
import { sheetOfText, sheetsOfFile } from '@/lib/sheets/read-file'
import { type CheckedRow, checkedRow } from './checked-row'
import { hasHeadings } from './headings'
import { type JudgedLine, judgeLines, matchLines } from './judge-table'
import { maxLedgerMegabytes, maxLedgerRows } from './limits'
import { type LedgerTable, readTable } from './read-table'
import type { checkLedgerInput, importLedgerInput } from './schema'
import { type Sent, sealed, unsealed } from './seal'
import { casesOf, villageBook } from './village-book'

/** A checked ledger: every row with what it would make or what stands against it. */
export type CheckedLedger = {
  rows: CheckedRow[]
  file: string
  skipped: number[]
  ignored: string[]
  sent: string
  seal: string
}

/** checkLedger: reads a ledger for a batch and says of every row what is wrong; changes nothing. */
export async function checkLedger(
  viewer: Viewer,
  { batchId, file, text }: z.output<typeof checkLedgerInput>,
): Promise<CheckedLedger> {
  await read(viewer, (tx) => findBatch(tx, viewer, batchId))
  const bytes = file ? Buffer.from(await file.arrayBuffer()) : Buffer.from(text)
  const table = await tableOf(file, text)
  const name = file ? safeName(file.name) : ''
  const judged = await read(viewer, async (tx) => {
    const { batch } = await findBatch(tx, viewer, batchId)
    return judge(tx, viewer, { batch, table, file: name })
  })
  const good = judged.filter(({ making }) => making).map(({ line }) => line.line)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sent: Sent = { importId: newId(), file: name, sha256, good, table }
  return {
    rows: judged.map(checkedRow),
    file: name,
    skipped: table.skipped,
    ignored: table.ignored,
    ...sealed(viewer, batchId, sent),
  }
}

export type ImportedLedger = { historical: number; candidates: number; leftOut: number }

/**
 * importLedger: everything a checked ledger makes, in one transaction: closed rows become
 * historical cases of the batch, open ones candidates. Rows with something against them are left
 * out only when the office chose so. Sent twice, it is stored once.
 */
export function importLedger(
  viewer: Viewer,
  { batchId, sent: text, seal, onlyGood }: z.output<typeof importLedgerInput>,
  now: Date,
): Promise<ImportedLedger> {
  return transaction(
    viewer,
    async (tx) => {
      const { batch, grant } = await findBatch(tx, viewer, batchId)
      const sent = unsealed(viewer, batchId, text, seal)
      await tx.$queryRaw`SELECT id FROM batches WHERE id = ${batchId}::uuid FOR UPDATE`
      const before = await tx.ledgerImport.findFirst({
        where: { id: sent.importId, batchId },
        select: { historical: true, candidates: true, leftOut: true },
      })
      if (before) return before
      const judged = await judge(tx, viewer, {
        batch,
        table: sent.table,
        file: sent.file,
        lock: true,
      })
      const good = judged.filter(({ making }) => making)
      refuseUnlessShown(judged, sent, onlyGood)
      const made = { historical: 0, candidates: 0, leftOut: judged.length - good.length }
      for (const row of good) made[await make(tx, { viewer, grant }, batch, row)] += 1
      const { importId: id, file: fileName, sha256 } = sent
      const who = { importedById: viewer.userId, importedByName: signature({ viewer, grant }) }
      await tx.ledgerImport.create({
        data: {
          id,
          countyId: viewer.countyId,
          batchId,
          fileName,
          sha256,
          ...made,
          ...who,
          importedAt: now,
        },
        select: { id: true },
      })
      await record(
        tx,
        { viewer, grant },
        { batchId, countyId: viewer.countyId },
        { kind: 'ledgerImported', details: { batch: batch.name, file: fileName, sha256, ...made } },
      )
      return made
    },
    importSeconds,
  )
}

/** A full ledger takes some seconds on an idle machine; a busy one may take its time. */
const importSeconds = 180

/** What is imported is what was shown: nothing that was listed or changed meanwhile goes unseen. */
function refuseUnlessShown(judged: readonly JudgedLine[], { good }: Sent, onlyGood: boolean): void {
  const lines = judged.filter(({ making }) => making).map(({ line }) => line.line)
  if (good.length === 0) throw new RuleBroken('sheetNothingGood')
  if (lines.join() !== good.join()) throw new RuleBroken('sheetChanged')
  if (lines.length < judged.length && !onlyGood) {
    throw new RuleBroken('ledgerHasErrors', { count: judged.length - lines.length })
  }
}

type Batch = { id: string; number: number; name: string }

async function make(
  tx: Tx,
  actor: { viewer: Viewer; grant: Grant },
  batch: Batch,
  { village, making }: JudgedLine,
): Promise<'historical' | 'candidates'> {
  if (!village || !making) throw new Error('a row without a village makes nothing')
  if (making.kind === 'historical') {
    await enterHistoricalInTx(tx, actor, { village, batch, input: making.input })
    return 'historical'
  }
  await proposeInTx(tx, actor, { village, closed: making.closed, input: making.input })
  return 'candidates'
}

async function findBatch(tx: Tx, viewer: Viewer, id: string) {
  const batch = await tx.batch.findFirst({
    where: { id, countyId: viewer.countyId },
    select: { id: true, number: true, name: true },
  })
  if (!batch) throw new NotFound()
  return { batch, grant: authorize(viewer, 'case.enterHistorical', { countyId: viewer.countyId }) }
}

async function tableOf(file: File | undefined, text: string): Promise<LedgerTable> {
  if (!file && text.trim() === '') throw new RuleBroken('sheetEmpty', { field: 'file' })
  const limits = { maxMegabytes: maxLedgerMegabytes, maxRows: maxLedgerRows + 50, onlyXlsx: true }
  const sheets = file ? await sheetsOfFile(file, limits) : [sheetOfText(text, limits.maxRows)]
  const table = readTable(ledgerAmong(sheets))
  if (table.lines.length === 0) throw new RuleBroken('sheetEmpty', { field: 'file' })
  if (table.lines.length > maxLedgerRows) {
    throw new RuleBroken('sheetTooLong', { field: 'file', max: maxLedgerRows })
  }
  return table
}

/** The first sheet with headings of a ledger, else the first one, so that it is said what is missing. */
function ledgerAmong(sheets: readonly Sheet[]): Sheet {
  const first = sheets[0]
  if (!first) throw new RuleBroken('sheetEmpty', { field: 'file' })
  return sheets.find(hasHeadings) ?? first
}

type Job = { batch: Batch; table: LedgerTable; file: string; lock?: boolean }

/**
 * Judges every row by what the database knows, in a handful of statements however many rows there
 * are. For an import the villages are locked first, in one order, so that nobody lists one meanwhile.
 */
async function judge(tx: Tx, viewer: Viewer, job: Job): Promise<JudgedLine[]> {
  const { batch, table, file, lock } = job
  const find = async () => matchLines(table.lines, await villageBook(tx, viewer))
  let matched = await find()
  const ids = matched.flatMap(({ village }) => (village ? [village.id] : []))
  if (lock) {
    await lockVillages(tx, ids)
    // Renamed or merged in the moment before: seen now that they are locked.
    matched = await find()
  }
  const kinds = await kindsInForce(tx, viewer)
  const cases = await casesOf(tx, ids)
  return judgeLines(matched, cases, {
    batch,
    today: viewer.today,
    kinds,
    file: file || '粘贴的表格',
  })
}
