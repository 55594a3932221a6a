import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CaseLight } from '@/components/case/case-light'
import { InstructionState } from '@/components/coordination/instruction-state'
import { RequestState } from '@/components/coordination/request-state'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { Row, RowList } from '@/components/ui/row-list'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { readLetters } from '@/lib/coordination/case-queries'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coordination'))('caseTitle') }
}

/** What this case asked of the county, and what leaders instructed on it. */
export default async function CaseCoordinationPage({ params }: Props) {
  const { caseId } = await params
  const viewer = await requireViewer()
  const found = await forPage(readLetters(viewer, caseId))
  const { requests, instructions, mayRaise, mayInstruct } = found
  const t = await getTranslations('coordination')
  const locale = await getLocale()
  const { today } = viewer
  const day = (date: Date) => formatDay(toDay(date), locale)
  return (
    <div className="stack">
      <Card
        flush
        title={t('title')}
        aside={
          mayRaise ? (
            <LinkButton size="sm" href={`/cases/${caseId}/coordination/new`}>
              {t('raise')}
            </LinkButton>
          ) : undefined
        }
      >
        {requests.length === 0 ? (
          <EmptyState title={t('noneOnCase')}>{mayRaise ? t('raiseLead') : null}</EmptyState>
        ) : (
          <RowList>
            {requests.map((row) => (
              <Row
                key={row.id}
                tag={<RequestState status={row.status} />}
                title={<TextLink href={`/coordination/${row.id}`}>{row.title}</TextLink>}
                sub={[
                  t('raisedAt', { day: formatDay(row.raised, locale) }),
                  row.department &&
                    t('sentTo', {
                      department: row.department.name,
                      day: row.due ? formatDay(row.due, locale) : '',
                    }),
                  row.answeredOn && t('answeredAt', { day: day(row.answeredOn) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                light={
                  row.light.colour === 'grey' ? null : (
                    <CaseLight light={row.light} today={today} short />
                  )
                }
              />
            ))}
          </RowList>
        )}
      </Card>
      {instructions ? (
        <Card
          flush
          title={t('instructions')}
          aside={
            mayInstruct ? (
              <LinkButton size="sm" href={`/cases/${caseId}/instructions/new`}>
                {t('instruct')}
              </LinkButton>
            ) : undefined
          }
        >
          {instructions.length === 0 ? (
            <EmptyState title={t('noInstructions')} />
          ) : (
            <RowList>
              {instructions.map((row) => (
                <Row
                  key={row.id}
                  tag={<InstructionState {...row} />}
                  title={
                    <TextLink href={`/instructions/${row.id}`}>
                      {t('instructionOn', { leader: row.leaderName, day: day(row.givenOn) })}
                    </TextLink>
                  }
                  sub={
                    <>
                      {row.text}
                      <span className="block">
                        {row.answeredOn
                          ? t('answerOf', { organisation: row.organisation.name, text: row.answer })
                          : row.returns > 0
                            ? t('returnedTo', {
                                organisation: row.organisation.name,
                                text: row.returnReason,
                              })
                            : t('waitsFor', { organisation: row.organisation.name })}
                      </span>
                    </>
                  }
                  light={
                    row.light.colour === 'grey' ? null : (
                      <CaseLight light={row.light} today={today} short />
                    )
                  }
                />
              ))}
            </RowList>
          )}
        </Card>
      ) : null}
    </div>
  )
}
