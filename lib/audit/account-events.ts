import type { Day } from '@/lib/dates'

/** Organisations, accounts, appointments, sessions and tokens. */
export type AccountEvents = {
  organisationCreated: { name: string; kind: string }
  organisationChanged: { name: string }
  accountCreated: { account: string; name: string }
  accountChanged: { account: string; name: string }
  accountSuspended: { account: string; reason: string }
  accountRestored: { account: string }
  passwordReset: { account: string }
  passwordChanged: { account: string }
  secondFactorSet: { account: string }
  secondFactorRemoved: { account: string }
  appointmentGranted: {
    account: string
    name: string
    role: string
    organisation: string
    fromOn: Day
    toOn: Day | null
  }
  appointmentConfirmed: { account: string; name: string; role: string; organisation: string }
  appointmentEnded: {
    account: string
    name: string
    role: string
    organisation: string
    toOn: Day
  }
  appointmentDeclined: {
    account: string
    name: string
    role: string
    organisation: string
    reason: string
  }
  appointmentWithdrawn: { account: string; name: string; role: string; organisation: string }
  workHandedOver: {
    account: string
    name: string
    role: string
    organisation: string
    slots: number
    measures: number
    tasks: number
    seats: number
  }
  signedIn: { account: string }
  signedOutEverywhere: { account: string; sessions: number }
  deputyGranted: {
    account: string
    name: string
    standsInFor: string
    role: string
    organisation: string
    fromOn: Day
    toOn: Day
  }
  resetAsked: { account: string; reset: string }
  resetRefused: { account: string; reset: string }
  tokenCreated: { account: string; name: string; scope: 'read' | 'write'; expiresOn: Day }
  tokenRevoked: { account: string; name: string }
}
