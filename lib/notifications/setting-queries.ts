import 'server-only'
import type { Viewer } from '@/lib/access/viewer-types'
import { read } from '@/lib/db'

/** The viewer's own settings, and whether the county has a mail server; never the link's hash. */
export const readSetting = (viewer: Viewer) =>
  read(viewer, async (tx) => {
    const found = await tx.reminderSetting.findUnique({
      where: { userId: viewer.userId },
      select: { email: true, emailOn: true, feedMadeAt: true },
    })
    return found ?? { email: '', emailOn: false, feedMadeAt: null }
  })
