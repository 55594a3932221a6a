import { useLocale, useTranslations } from 'next-intl'
import { VerbCard } from '@/components/case/verb-card'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/fields'
import { SubmitButton } from '@/components/form/form-foot'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { readRoundToDecide } from '@/lib/acceptance/queries'
import type { FormAction } from '@/lib/form-state'
import { ScoreFields } from './score-fields'

type Found = Awaited<ReturnType<typeof readRoundToDecide>>

/** Scoring a round: keep the sheet, or pass with it; what stands against passing is said above. */
export function ScoreView({ action, ...found }: Found & { action: FormAction }) {
  const { kase, round, level, ruleSet, ownWork, verb } = found
  const t = useTranslations('acceptance')
  const terms = useTranslations('terms')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  const criterion =
    ruleSet.criteria[level === 'TOWNSHIP' ? 'townshipAcceptance' : 'countyAcceptance']
  const minScore = criterion.enabled ? criterion.minScore : null
  const least = ruleSet.reviewers[level === 'TOWNSHIP' ? 'townshipTeam' : 'countyTeam']
  if (ownWork || !round) {
    return (
      <VerbCard {...found}>
        <Notice tone="warn">{t('ownWork')}</Notice>
      </VerbCard>
    )
  }
  const given = new Map(round.scores.map((row) => [row.code, row]))
  const moves = [...new Set(ruleSet.scoreSheet.items.map((item) => item.move))]
  return (
    <VerbCard {...found} wide>
      <div className="grid gap-4">
        {round.members.length < least ? (
          <Notice
            tone="warn"
            action={
              <LinkButton size="sm" href={`/cases/${kase.id}/acceptance/${round.id}/team`}>
                {t('formTeam')}
              </LinkButton>
            }
          >
            {t('needTeam', { count: round.members.length, least })}
          </Notice>
        ) : null}
        <p className="muted text-md">
          {minScore === null ? t('passLeadNoScore') : t('passLead', { minScore })}
        </p>
        <ActionForm action={action} draft={`${verb}:${round.id}`} cancel={`/cases/${kase.id}`}>
          <HiddenField name="caseId" value={kase.id} />
          <HiddenField name="version" value={kase.version} />
          <HiddenField name="acceptanceId" value={round.id} />
          <HiddenField name="acceptanceVersion" value={round.version} />
          <ScoreFields
            groups={moves.map((move) => ({
              title: terms(`move.${move}`),
              items: ruleSet.scoreSheet.items
                .filter((item) => item.move === move)
                .map(({ code, title, max }) => ({
                  code,
                  title: title[lang],
                  max: t('ofMaximum', { max }),
                  points: given.get(code)?.points.toString() ?? '',
                  note: given.get(code)?.note ?? '',
                })),
            }))}
            grades={ruleSet.scoreSheet.grades.map(({ title, from }) => ({
              title: title[lang],
              from,
            }))}
            minScore={minScore}
            aboveMark={found.viewer.demo}
            words={{
              note: t('note'),
              total: t('total'),
              belowPass: minScore === null ? '' : t('belowPass', { minScore }),
            }}
          >
            <SubmitButton name="intent" value="save" tone="plain">
              {t('save')}
            </SubmitButton>
            <SubmitButton name="intent" value="pass">
              {t(level === 'TOWNSHIP' ? 'passTownship' : 'passCounty')}
            </SubmitButton>
          </ScoreFields>
        </ActionForm>
      </div>
    </VerbCard>
  )
}
