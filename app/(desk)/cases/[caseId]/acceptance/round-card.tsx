import { useLocale, useTranslations } from 'next-intl'
import { CaseLight } from '@/components/case/case-light'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import type { ShownRound } from '@/lib/acceptance/select'
import { type Day, toDay } from '@/lib/dates'
import { formatDay, formatNumber } from '@/lib/i18n/format'
import type { LightReason } from '@/lib/lights/rules'

type RoundCardProps = {
  caseId: string
  round: ShownRound & { light: LightReason }
  today: Day
  /** The viewer's side decides this level. */
  decides: boolean
}

const tones = { OPEN: 'blue', PASSED: 'green', FAILED: 'red' } as const satisfies Record<
  string,
  BadgeTone
>

/** One round of acceptance: who applied, who sits on the team, how it ended and why. */
export function RoundCard({ caseId, round, today, decides }: RoundCardProps) {
  const t = useTranslations('acceptance')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const here = `/cases/${caseId}/acceptance/${round.id}`
  const open = round.status === 'OPEN'
  const pass = round.level === 'TOWNSHIP' ? 'pass-township' : 'pass-county'
  return (
    <Card
      title={t('round', { level: terms(`acceptanceLevel.${round.level}`), round: round.round })}
      aside={<Badge tone={tones[round.status]}>{terms(`acceptanceStatus.${round.status}`)}</Badge>}
    >
      <div className="grid gap-3">
        {open ? <CaseLight light={round.light} today={today} /> : null}
        <Facts
          columns={2}
          items={[
            { label: t('openedOn'), value: formatDay(toDay(round.openedOn), locale) },
            { label: t('appliedBy'), value: round.appliedByName },
            {
              label: t('decidedOn'),
              value: round.decidedOn && formatDay(toDay(round.decidedOn), locale),
            },
            { label: t('decidedBy'), value: round.decidedByName },
            {
              label: t('result'),
              value:
                round.total === null
                  ? null
                  : t('resultOf', {
                      total: formatNumber(round.total, 1),
                      grade: terms(`grade.${round.grade}` as never),
                    }),
            },
            { label: t('reason'), value: round.reason },
            { label: t('team'), value: <Team members={round.members} /> },
          ]}
        />
        <p className="screen-only flex flex-wrap gap-2">
          {open && decides ? (
            <>
              <LinkButton size="sm" href={`${here}/team`}>
                {t(round.members.length > 0 ? 'changeTeam' : 'formTeam')}
              </LinkButton>
              <LinkButton size="sm" href={`/cases/${caseId}/${pass}`}>
                {t('score')}
              </LinkButton>
            </>
          ) : null}
          <LinkButton size="sm" href={here}>
            {t('sheet')}
          </LinkButton>
        </p>
      </div>
    </Card>
  )
}

function Team({ members }: { members: ShownRound['members'] }) {
  const t = useTranslations('acceptance')
  if (members.length === 0) return <span className="text-ink-3">{t('noTeam')}</span>
  return (
    <ul>
      {members.map((member) => (
        <li key={member.id}>
          {member.name}
          {member.post ? <span className="ms-2 text-ink-2">{member.post}</span> : null}
          {member.leads ? <span className="ms-2 text-ink-2">（{t('lead')}）</span> : null}
        </li>
      ))}
    </ul>
  )
}
