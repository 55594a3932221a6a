import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Face } from './face'

export function NotFoundFace() {
  const t = useTranslations('shell')
  return (
    <Face
      code="404"
      title={t('notFoundTitle')}
      actions={
        <LinkButton tone="primary" href="/">
          {t('home')}
        </LinkButton>
      }
    >
      {t('notFoundText')}
    </Face>
  )
}

export function ForbiddenFace() {
  const t = useTranslations('shell')
  return (
    <Face
      code="403"
      title={t('forbiddenTitle')}
      actions={
        <LinkButton tone="primary" href="/">
          {t('home')}
        </LinkButton>
      }
    >
      {t('forbiddenText')}
    </Face>
  )
}

export function UnauthorizedFace() {
  const t = useTranslations('shell')
  return (
    <Face
      title={t('unauthorizedTitle')}
      actions={
        <LinkButton tone="primary" href="/sign-in">
          {t('signIn')}
        </LinkButton>
      }
    >
      {t('unauthorizedText')}
    </Face>
  )
}
