/** Reminders, ways out of the system, complaints about burdens: all on the chain of the county. */
export type ReminderEvents = {
  feedMade: { account: string }
  feedRevoked: { account: string }
  channelSaved: { name: string; channel: string }
  channelRemoved: { name: string; channel: string }
  webhookAsked: { name: string; host: string; kinds: string[] }
  webhookConfirmed: { name: string; host: string }
  webhookDeclined: { name: string; host: string }
  webhookEnded: { name: string; host: string }
  complaintFiled: { page: string }
  complaintAnswered: { page: string; text: string }
}
