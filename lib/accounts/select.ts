import type { Viewer } from '@/lib/access/viewer-types'
import { fromDay, toDay } from '@/lib/dates'
import type { Prisma } from '@/prisma/generated/client'
import { appointmentState } from './appointment-rules'

export const factorSelect = { totpSecret: true, totpConfirmedAt: true } as const

export const appointmentSelect = {
  id: true,
  role: true,
  fromOn: true,
  toOn: true,
  confirmedAt: true,
  droppedAt: true,
  version: true,
  standsInForName: true,
  organisation: { select: { id: true, name: true } },
} as const

type AppointmentRow = Prisma.AppointmentGetPayload<{ select: typeof appointmentSelect }>

/** An appointment as lists show it: with how it stands today. */
export function shownAppointment(row: AppointmentRow, today: string) {
  return {
    id: row.id,
    role: row.role,
    version: row.version,
    organisation: row.organisation,
    /** Whom this appointment stands in for; empty on one's own. */
    standsInFor: row.standsInForName,
    ...periodOf(row),
    state: stateOf(row, today),
  }
}

/** A person's name with whom they stand in for. */
export function deputyName(name: string, standsInFor: string): string {
  return standsInFor ? `${name}（代${standsInFor}）` : name
}

type Dated = { fromOn: Date; toOn: Date | null }

export function periodOf(row: Dated) {
  return { fromOn: toDay(row.fromOn), toOn: row.toOn ? toDay(row.toOn) : null }
}

export function stateOf(
  row: Dated & { confirmedAt: Date | null; droppedAt: Date | null },
  today: string,
) {
  const confirmed = row.confirmedAt !== null
  return appointmentState({ ...periodOf(row), confirmed, dropped: row.droppedAt !== null }, today)
}

/** Not over: in force, to come, or waiting for confirmation. */
export function notOver(viewer: Viewer) {
  const { countyId, today } = viewer
  return { countyId, droppedAt: null, OR: [{ toOn: null }, { toOn: { gte: fromDay(today) } }] }
}
