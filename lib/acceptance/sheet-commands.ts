import 'server-only'
import type { z } from 'zod'
import type { Permission } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { recordOnCase } from '@/lib/cases/advance'
import { changedMeanwhile, type OpenedCase, openCase, refusePaused } from '@/lib/cases/open-case'
import { type Tx, transaction } from '@/lib/db'
import { Conflict, InvalidInput, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { AcceptanceLevel } from '@/prisma/generated/enums'
import { refuseOwnWork } from './commands'
import { keepScores, openRoundOf } from './round'
import { sheetErrors } from './rules'
import type { formTeamInput, saveScoresInput } from './schema'
import { checkTeam } from './team'

/** formTeam (组成验收组): the members of an open round, one of whom leads; replaces the earlier team. */
export function formTeam(viewer: Viewer, input: z.infer<typeof formTeamInput>) {
  return transaction(viewer, async (tx) => {
    const { opened, round } = await openForRound(tx, viewer, input)
    const seats = await checkTeam(tx, opened, round, input.members)
    await tx.acceptanceMember.deleteMany({ where: { acceptanceId: round.id } })
    await tx.acceptanceMember.createMany({
      data: input.members.map(({ post, leads }, index) => ({
        id: newId(),
        caseId: input.caseId,
        acceptanceId: round.id,
        post,
        leads,
        ...(seats[index] ?? { name: '', userId: null, organisationId: null }),
      })),
    })
    await nextVersion(tx, round)
    await recordOnCase(tx, opened, {
      kind: 'acceptanceTeamFormed',
      details: {
        level: round.level,
        round: round.round,
        members: input.members.map((member) => member.name),
      },
    })
  })
}

/** Keeps an unfinished sheet while the round is open; a draft is no event. */
export function saveScores(viewer: Viewer, input: z.infer<typeof saveScoresInput>) {
  return transaction(viewer, async (tx) => {
    const { opened, round } = await openForRound(tx, viewer, input)
    await refuseOwnWork(tx, opened, round)
    const wrong = sheetErrors(opened.ruleSet.scoreSheet, input.scores).filter(
      (error) => error.code !== 'scoreMissing',
    )
    if (wrong.length > 0) {
      throw new InvalidInput(
        wrong.map(({ code, params = {} }) => ({ field: `scores.${params.item}`, code, params })),
      )
    }
    await keepScores(tx, opened, round, input.scores, input.notes)
    await nextVersion(tx, round)
  })
}

const levels = {
  TOWNSHIP_ACCEPTANCE: { level: 'TOWNSHIP', may: 'acceptance.township' },
  COUNTY_ACCEPTANCE: { level: 'COUNTY', may: 'acceptance.county' },
} as const satisfies Record<string, { level: AcceptanceLevel; may: Permission }>

/** The round a form was about, if it is still open and unchanged; its level says who may. */
async function openForRound(
  tx: Tx,
  viewer: Viewer,
  input: { caseId: string; acceptanceId: string; acceptanceVersion: number },
) {
  const asked = await tx.acceptance.findFirst({
    where: { id: input.acceptanceId, caseId: input.caseId },
    select: { level: true },
  })
  if (!asked) throw new NotFound()
  const { may } = levels[`${asked.level}_ACCEPTANCE`]
  const opened: OpenedCase = await openCase(tx, viewer, { caseId: input.caseId, may })
  refusePaused(opened.kase)
  const { stage } = opened.kase
  if (stage !== `${asked.level}_ACCEPTANCE`) throw new Conflict('wrongStage', { stage })
  const round = await openRoundOf(tx, input.caseId, asked.level)
  if (round.id !== input.acceptanceId) throw await changedMeanwhile(tx, input.caseId)
  if (round.version !== input.acceptanceVersion) throw new Conflict('changedMeanwhile')
  return { opened, round }
}

function nextVersion(tx: Tx, round: { id: string }) {
  return tx.acceptance.update({
    where: { id: round.id },
    data: { version: { increment: 1 } },
    select: { id: true },
  })
}
