import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/access/viewer'

/** Administration opens on its people; the page there says who may not. */
export default async function AdminPage() {
  await requireViewer()
  redirect('/admin/people')
}
