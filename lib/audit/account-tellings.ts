import type { EventKind } from './events'
import { type Tell, tell, type Words, yes } from './telling'

/** What people, organisations and appointments say. */
export const accountTellings = {
  organisationCreated: (d, w) => tell({ name: d.name, kind: w.term('organisationKind', d.kind) }),
  organisationChanged: (d) => tell({ name: d.name }),
  accountCreated: (d) => tell({ account: d.account, name: d.name }),
  accountChanged: (d) => tell({ account: d.account, name: d.name }),
  accountSuspended: (d) => tell({ account: d.account }, d.reason),
  accountRestored: (d) => tell({ account: d.account }),
  passwordReset: (d) => tell({ account: d.account }),
  passwordChanged: (d) => tell({ account: d.account }),
  secondFactorSet: (d) => tell({ account: d.account }),
  secondFactorRemoved: (d) => tell({ account: d.account }),
  appointmentGranted: (d, w) =>
    tell({
      ...appointment(d, w),
      fromOn: w.day(d.fromOn),
      ends: yes(d.toOn),
      toOn: d.toOn ? w.day(d.toOn) : '',
    }),
  appointmentConfirmed: (d, w) => tell(appointment(d, w)),
  appointmentEnded: (d, w) => tell({ ...appointment(d, w), toOn: w.day(d.toOn) }),
  appointmentDeclined: (d, w) => tell(appointment(d, w), d.reason),
  appointmentWithdrawn: (d, w) => tell(appointment(d, w)),
  workHandedOver: ({ slots, measures, tasks, seats, ...d }, w) =>
    tell({ ...appointment(d, w), slots, measures, tasks, seats }),
  signedIn: (d) => tell({ account: d.account }),
  signedOutEverywhere: (d) => tell({ account: d.account, sessions: d.sessions }),
  deputyGranted: (d, w) =>
    tell({
      ...appointment(d, w),
      standsInFor: d.standsInFor,
      fromOn: w.day(d.fromOn),
      toOn: w.day(d.toOn),
    }),
  resetAsked: (d) => tell({ account: d.account, reset: d.reset }),
  resetRefused: (d) => tell({ account: d.account, reset: d.reset }),
  tokenCreated: (d, w) =>
    tell({ account: d.account, name: d.name, scope: d.scope, expiresOn: w.day(d.expiresOn) }),
  tokenRevoked: (d) => tell({ account: d.account, name: d.name }),
  feedMade: (d) => tell({ account: d.account }),
  feedRevoked: (d) => tell({ account: d.account }),
  channelSaved: (d, w) => tell({ name: d.name, channel: w.term('channelKind', d.channel) }),
  channelRemoved: (d, w) => tell({ name: d.name, channel: w.term('channelKind', d.channel) }),
  webhookAsked: (d) => tell({ name: d.name, host: d.host }),
  webhookConfirmed: (d) => tell({ name: d.name, host: d.host }),
  webhookDeclined: (d) => tell({ name: d.name, host: d.host }),
  webhookEnded: (d) => tell({ name: d.name, host: d.host }),
  complaintFiled: (d) => tell({ page: d.page }),
  complaintAnswered: (d) => tell({ page: d.page }, d.text),
} satisfies { [K in EventKind]?: Tell<K> }

function appointment(
  d: { account: string; name: string; role: string; organisation: string },
  { term }: Words,
) {
  return { name: d.name, role: term('role', d.role), organisation: d.organisation }
}
