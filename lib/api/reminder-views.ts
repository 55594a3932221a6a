import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'
import { readChannels } from '@/lib/notifications/channel-queries'
import { openReminders } from '@/lib/notifications/inbox-queries'

/** The caller's open reminders as the API gives them. */
export async function remindersOf(viewer: Viewer) {
  const rows = await read(viewer, (tx) => openReminders(tx, viewer))
  return {
    items: rows.map((row) => ({
      id: row.id,
      subject: row.subject,
      subjectId: row.subjectId,
      title: row.title,
      village: row.village?.name ?? null,
      dueOn: row.due,
      level: row.level,
      reachedOn: row.onDay,
      because: row.basis,
      page: row.href,
    })),
  }
}

/** Subscriptions as the API gives them: without address and secret. */
export async function webhooksOf(viewer: Viewer) {
  const { subscriptions } = await readChannels(viewer)
  return {
    items: subscriptions.map((row) => ({
      id: row.id,
      name: row.name,
      host: row.host,
      events: row.kinds,
      state: row.state,
      askedBy: row.askedByName,
      decidedBy: row.decidedByName,
      version: row.version,
    })),
  }
}
