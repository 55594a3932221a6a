import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Row, RowList } from '@/components/ui/row-list'

export type HomeStep = {
  title: string
  text: string
  done: boolean
  href: string
  action: string
}

type StepsCardProps = { title: string; foot?: ReactNode; steps: readonly HomeStep[] }

/** What a beginning takes, in order, and how far it is; the first open step stands out. */
export function StepsCard({ title, foot, steps }: StepsCardProps) {
  const t = useTranslations('home.setup')
  const next = steps.findIndex(({ done }) => !done)
  const done = steps.filter((step) => step.done).length
  return (
    <Card title={title} aside={t('progress', { done, all: steps.length })} foot={foot} flush>
      <RowList>
        {steps.map((step, index) => (
          <Row
            key={step.href}
            tag={
              <Badge tone={step.done ? 'green' : 'grey'}>
                {step.done ? `✓ ${t('done')}` : t('open')}
              </Badge>
            }
            title={`${index + 1}. ${step.title}`}
            sub={step.text}
            action={
              <LinkButton
                size="sm"
                href={step.href}
                tone={index === next ? 'primary' : undefined}
                aria-label={t('label', { action: step.action, title: step.title })}
              >
                {step.action}
              </LinkButton>
            }
          />
        ))}
      </RowList>
    </Card>
  )
}
