import 'server-only'
import type { z } from 'zod'
import { isOwnWork } from '@/lib/acceptance/rules'
import { authorize } from '@/lib/access/policy'
import { visibleSheets } from '@/lib/access/scope-appraisals'
import { selvesOf, signature, type Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay } from '@/lib/dates'
import { transaction } from '@/lib/db'
import { Conflict, Forbidden, InvalidInput, NotFound, RuleBroken } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { refuseAbove, tell, titlesOf } from './commands'
import { openSheet, settleTotal } from './open-sheet'
import type { answerAppealInput, appealInput, selfScoreInput } from './schema'

/** 自评: where the rules ask for it, an organisation scores itself against the full weights. */
export function giveSelfScore(viewer: Viewer, input: z.infer<typeof selfScoreInput>) {
  return transaction(viewer, async (tx) => {
    const to = { may: 'appraisal.selfScore', state: 'OPEN' } as const
    const { sheet, grant } = await openSheet(tx, viewer, input, to)
    const { appraisal, organisationName: organisation } = sheet
    if (!appraisal.selfScored) throw new Conflict('appraisalElsewhere')
    for (const { id, code, weight } of sheet.values) {
      const line = input.lines[code]
      if (!line || line.score === null) {
        throw new InvalidInput([{ field: `lines.${code}.score`, code: 'required' }])
      }
      refuseAbove(`lines.${code}.score`, line.score, weight * 100)
      await tx.appraisalValue.updateMany({
        where: { id },
        data: { selfScore: line.score, selfNote: line.note },
      })
    }
    const details = { year: appraisal.year, organisation }
    await tell(tx, { viewer, grant }, { kind: 'appraisalSelfScored', details })
    return sheet.id
  })
}

/** 申诉: an organisation against its announced result, as long as the time for it runs. */
export function appeal(viewer: Viewer, input: z.infer<typeof appealInput>) {
  const { code, reason } = input
  return transaction(viewer, async (tx) => {
    const to = { may: 'appraisal.appeal', state: 'ANNOUNCED' } as const
    const { sheet, grant } = await openSheet(tx, viewer, input, to)
    const { appraisal, organisationName: organisation } = sheet
    const until = appraisal.appealUntil && toDay(appraisal.appealUntil)
    if (until && viewer.today > until) throw new RuleBroken('appealTooLate')
    const title = code ? titlesOf(sheet).get(code) : ''
    if (title === undefined) throw new InvalidInput([{ field: 'code', code: 'invalidChoice' }])
    await tx.appraisalAppeal.createMany({
      data: [
        {
          ...{ id: newId(), sheetId: sheet.id, code, reason, byId: viewer.userId },
          ...{ byName: signature({ viewer, grant }), madeOn: fromDay(viewer.today) },
        },
      ],
    })
    await tell(
      tx,
      { viewer, grant },
      {
        kind: 'appraisalAppealed',
        details: { year: appraisal.year, organisation, indicator: title, text: reason },
      },
    )
    return sheet.id
  })
}

/** Another person of the county office than who verified the sheet answers; upheld, it may correct the score. */
export function answerAppeal(viewer: Viewer, input: z.infer<typeof answerAppealInput>) {
  const { appealId, outcome, answer, corrected } = input
  return transaction(viewer, async (tx) => {
    const seen = await tx.appraisalAppeal.findFirst({
      where: { id: appealId, sheet: visibleSheets(viewer) },
      select: { sheetId: true, countyId: true },
    })
    if (!seen) throw new NotFound()
    authorize(viewer, 'appraisal.answer', { countyId: seen.countyId })
    await tx.$queryRaw`SELECT 1 FROM appraisal_appeals WHERE id = ${appealId}::uuid FOR UPDATE`
    const found = await tx.appraisalAppeal.findUniqueOrThrow({
      where: { id: appealId },
      select: { version: true, code: true, byId: true, verifiedById: true, answeredOn: true },
    })
    if (found.answeredOn || found.version !== input.version)
      throw new Conflict('appraisalElsewhere')
    if (isOwnWork(selvesOf(viewer), [found.byId, found.verifiedById]))
      throw new Forbidden('ownWork')
    const to = { may: 'appraisal.answer', state: 'ANNOUNCED' } as const
    const { sheet, grant } = await openSheet(tx, viewer, { sheetId: seen.sheetId }, to)
    await tx.appraisalAppeal.update({
      where: { id: appealId },
      data: {
        ...{ outcome, answer, answeredById: viewer.userId, answeredOn: fromDay(viewer.today) },
        ...{ answeredByName: signature({ viewer, grant }), version: { increment: 1 } },
      },
      select: { id: true },
    })
    const value = sheet.values.find((one) => one.code === found.code)
    if (outcome === 'UPHELD' && corrected !== null && value && value.score !== null) {
      refuseAbove('corrected', corrected, value.effective)
      await tx.appraisalValue.updateMany({
        where: { id: value.id },
        data: { verified: corrected, verifyNote: answer },
      })
      await settleTotal(tx, sheet, {})
    }
    await tell(
      tx,
      { viewer, grant },
      {
        kind: 'appraisalAppealAnswered',
        details: {
          ...{ year: sheet.appraisal.year, organisation: sheet.organisationName },
          ...{ upheld: outcome === 'UPHELD', text: answer },
        },
      },
    )
    return sheet.id
  })
}
