import { linked, uuid, type Visit } from './linked'

const office = 'county-office'
const noticePage = new RegExp(`/notices/${uuid}$`)

/** The pages of supervision notices. */
export const noticePages: Record<string, Visit> = {
  '/notices': { as: office, path: '/notices' },
  '/notices/[noticeId]': linked(office, '/notices?status=CLOSED', noticePage),
  '/notices/[noticeId]/[verb]': linked(office, '/notices?status=REPLIED', noticePage, '/return'),
  '/notices/[noticeId]/paper': linked(office, '/notices?status=CLOSED', noticePage, '/paper'),
  '/notices/new': { as: office, path: '/notices/new' },
}
