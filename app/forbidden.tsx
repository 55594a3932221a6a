import { PlainShell } from '@/components/shell/plain-shell'
import { ForbiddenFace } from '@/components/shell/refusal-faces'

export default function Forbidden() {
  return (
    <PlainShell>
      <ForbiddenFace />
    </PlainShell>
  )
}
