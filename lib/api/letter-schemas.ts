import { z } from 'zod'
import { instructionStates } from '@/lib/instructions/rules'
import { CoordinationStatus } from '@/prisma/generated/enums'

const day = z.iso.date()
const unit = z.object({ id: z.uuid(), name: z.string() })
const light = z
  .object({ colour: z.enum(['green', 'yellow', 'red', 'grey']), reason: z.string() })
  .meta({ description: 'Colour today and why as a code.' })

/** Where a request or an instruction belongs. */
const place = {
  id: z.uuid(),
  caseId: z
    .uuid()
    .nullable()
    .meta({ description: 'Null for whoever is asked about a case that is not open to them.' }),
  village: z.object({ code: z.string(), name: z.string() }),
  township: z.string(),
}

export const requestView = z.object({
  ...place,
  title: z.string(),
  request: z.string(),
  status: z.enum(CoordinationStatus),
  raisedBy: z.string(),
  raisedOn: day,
  department: unit.nullable(),
  dueOn: day.nullable(),
  routedBy: z.string(),
  routedOn: day.nullable(),
  routeNote: z.string(),
  answer: z.string(),
  answeredBy: z.string(),
  answeredOn: day.nullable(),
  returns: z.number().int(),
  returnReason: z.string(),
  closingNote: z.string(),
  closedBy: z.string(),
  closedOn: day.nullable(),
  light,
  version: z.number().int(),
})

export const instructionView = z.object({
  ...place,
  leader: z.string(),
  givenOn: day,
  text: z.string(),
  organisation: unit,
  dueOn: day.nullable(),
  recordedBy: z.string(),
  status: z.enum(instructionStates),
  answer: z.string(),
  answeredBy: z.string(),
  answeredOn: day.nullable(),
  returns: z.number().int(),
  returnReason: z.string(),
  returnedBy: z.string(),
  returnedOn: day.nullable(),
  light,
  version: z.number().int(),
})
