import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'

/** The mark 演示 behind the name of an invented village. */
export function DemoMark({ village }: { village: { demo: boolean } | null | undefined }) {
  const t = useTranslations('terms')
  if (!village?.demo) return null
  return (
    <>
      {' '}
      <Badge>{t('demo')}</Badge>
    </>
  )
}
