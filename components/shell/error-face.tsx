'use client'
import { useTranslations } from 'next-intl'
import { Button, LinkButton } from '@/components/ui/button'
import { Face } from './face'

type ErrorFaceProps = { error: unknown; retry: () => void }

/** A page that broke: the number under which the server logged it, and another try. */
export function ErrorFace({ error, retry }: ErrorFaceProps) {
  const t = useTranslations('ui.face')
  const digest = (error as { digest?: string } | null)?.digest
  return (
    <Face
      title={t('errorTitle')}
      actions={
        <>
          <Button tone="primary" onClick={retry}>
            {t('retry')}
          </Button>
          <LinkButton href="/">{t('home')}</LinkButton>
        </>
      }
    >
      <p>{t('errorText')}</p>
      {digest ? <p className="mt-2 text-ink">{t('errorId', { id: digest })}</p> : null}
    </Face>
  )
}
