'use client'
import { ErrorFace } from '@/components/shell/error-face'

export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <main className="border-t-3 border-brand px-4">
      <ErrorFace {...props} />
    </main>
  )
}
