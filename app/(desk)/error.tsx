'use client'
import { ErrorFace } from '@/components/shell/error-face'

export default function DeskError(props: { error: unknown; retry: () => void }) {
  return <ErrorFace {...props} />
}
