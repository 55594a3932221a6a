import { PlainShell } from '@/components/shell/plain-shell'
import { UnauthorizedFace } from '@/components/shell/refusal-faces'

export default function Unauthorized() {
  return (
    <PlainShell>
      <UnauthorizedFace />
    </PlainShell>
  )
}
