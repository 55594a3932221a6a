import { operations } from '@/lib/api/operations'
import { remindersOf } from '@/lib/api/reminder-views'
import { serve } from '@/lib/api/serve'

export const GET = serve(operations.listReminders, ({ viewer }) => remindersOf(viewer))
