import { PageSkeleton } from '@/components/ui/skeleton'

/** Only around the overview: pages that may answer 403 or 404 must not have begun to answer 200. */
export default function OverviewLoading() {
  return <PageSkeleton />
}
