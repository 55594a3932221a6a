import { NotFoundFace } from '@/components/shell/refusal-faces'

/** Inside the desk the navigation stays in sight. */
export default function NotFound() {
  return <NotFoundFace />
}
