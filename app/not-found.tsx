import { PlainShell } from '@/components/shell/plain-shell'
import { NotFoundFace } from '@/components/shell/refusal-faces'

export default function NotFound() {
  return (
    <PlainShell>
      <NotFoundFace />
    </PlainShell>
  )
}
