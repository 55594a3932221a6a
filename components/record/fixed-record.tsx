import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { RecordPage } from '@/lib/records/queries'

type FixedRecordProps = { back: string; frozen: RecordPage['frozen'] }

/** Why a record is neither corrected nor withdrawn now. */
export function FixedRecord({ back, frozen }: FixedRecordProps) {
  const t = useTranslations('records.page')
  return (
    <Notice tone="warn" action={<TextLink href={back}>{t('back')}</TextLink>}>
      {frozen ? t(`frozen.${frozen}`) : t('othersOnly')}
    </Notice>
  )
}
