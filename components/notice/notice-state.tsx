import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { NoticeStatus } from '@/prisma/generated/enums'

const tones = {
  DRAFTED: 'grey',
  SIGNED: 'blue',
  RECEIVED: 'blue',
  REPLIED: 'amber',
  RETURNED: 'amber',
  VERIFIED: 'amber',
  CLOSED: 'green',
  REISSUED: 'grey',
  WITHDRAWN: 'grey',
} as const

/** Where a notice stands. */
export function NoticeState({ status }: { status: NoticeStatus }) {
  const t = useTranslations('notices.status')
  return <Badge tone={tones[status]}>{t(status)}</Badge>
}
