import { useLocale, useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { DateField } from '@/components/form/date-field'
import { HiddenField } from '@/components/form/fields'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { parseSigners } from '@/lib/closure/stored'
import { type Day, toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import { fileAtPrefecture } from './actions'

type Closure = {
  id: string
  number: string
  basis: string
  closedOn: Date
  summary: string
  signers: unknown
  filedOn: Date | null
  annulledOn: Date | null
  closedByName: string
}

type ClosureCardProps = {
  kase: {
    id: string
    stage: string
    origin: string
    closedOn: Date | null
    sourceDocument: string
    closures: readonly Closure[]
  }
  /** Whether the viewer enters the filing date. */
  files: boolean
  today: Day
}

/** 销号情况: number, date, basis and signers, annulled ones included; the form to print. */
export function ClosureCard({ kase, files, today }: ClosureCardProps) {
  const t = useTranslations('closure')
  const locale = useLocale()
  const form = kase.stage === 'CLOSED' || kase.stage === 'CONSOLIDATING'
  return (
    <Card title={t('record')} id="closure">
      <div className="grid gap-4">
        {kase.origin === 'HISTORICAL' ? (
          <Facts
            items={[
              {
                label: t('closedOn'),
                value: kase.closedOn && formatDay(toDay(kase.closedOn), locale),
              },
              { label: t('basis'), value: t('historical', { source: kase.sourceDocument }) },
            ]}
          />
        ) : null}
        {kase.closures.map((closure) => (
          <Record key={closure.id} closure={closure} />
        ))}
        {kase.closures.map((closure) =>
          files && kase.stage === 'CLOSED' && !closure.filedOn && !closure.annulledOn ? (
            <details key={closure.id} className="screen-only">
              <summary className="text-md text-blue">{t('file')}</summary>
              <div className="pt-3">
                <ActionForm action={fileAtPrefecture} submit={t('fileSubmit')} label={t('file')}>
                  <HiddenField name="caseId" value={kase.id} />
                  <HiddenField name="closureId" value={closure.id} />
                  <DateField
                    name="filedOn"
                    label={t('filedOn')}
                    min={toDay(closure.closedOn)}
                    max={today}
                  />
                </ActionForm>
              </div>
            </details>
          ) : null,
        )}
        {form && kase.origin !== 'HISTORICAL' ? (
          <p className="screen-only">
            <LinkButton size="sm" href={`/cases/${kase.id}/acceptance/approval-form`}>
              {t('formLink')}
            </LinkButton>
          </p>
        ) : null}
      </div>
    </Card>
  )
}

function Record({ closure }: { closure: Closure }) {
  const t = useTranslations('closure')
  const locale = useLocale()
  const day = (date: Date) => formatDay(toDay(date), locale)
  const signers = parseSigners(closure.signers).map(({ name, post, organisation }) => {
    const of = [organisation, post].filter(Boolean).join('')
    return of ? t('signerOf', { name, post: of }) : name
  })
  return (
    <Facts
      columns={2}
      items={[
        {
          label: t('number'),
          value: closure.annulledOn
            ? `${closure.number} · ${t('annulled', { on: day(closure.annulledOn) })}`
            : closure.number,
        },
        { label: t('closedOn'), value: day(closure.closedOn) },
        { label: t('basis'), value: closure.basis },
        { label: t('signers'), value: signers.join(t('separator')) },
        { label: t('summary'), value: closure.summary },
        { label: t('closedBy'), value: closure.closedByName },
        { label: t('filedOn'), value: closure.filedOn ? day(closure.filedOn) : t('notFiled') },
      ]}
    />
  )
}
