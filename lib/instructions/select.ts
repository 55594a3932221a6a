import type { Prisma } from '@/prisma/generated/client'

/** An instruction as it is shown; the case itself is never read along. */
export const shownInstruction = {
  id: true,
  version: true,
  countyId: true,
  townshipId: true,
  caseId: true,
  leaderName: true,
  leaderId: true,
  givenOn: true,
  text: true,
  organisationId: true,
  dueOn: true,
  recordedById: true,
  recordedByName: true,
  answer: true,
  answeredById: true,
  answeredByName: true,
  answeredOn: true,
  returns: true,
  returnReason: true,
  returnedByName: true,
  returnedOn: true,
  yellowOn: true,
  redOn: true,
  village: { select: { name: true, demo: true } },
  organisation: { select: { name: true } },
} satisfies Prisma.InstructionSelect

export type ShownInstruction = Prisma.InstructionGetPayload<{ select: typeof shownInstruction }>
