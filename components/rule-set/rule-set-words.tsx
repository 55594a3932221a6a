import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { Table } from '@/components/ui/table'
import { noticeLadder } from '@/lib/notices/rules'
import {
  type CriterionCode,
  criterionCodes,
  type DecisionStep,
  lightSubjects,
  type RuleSet,
} from '@/lib/rule-sets/schema'
import { AppraisalWords } from './appraisal-words'
import { DiscussionWords } from './discussion-words'

/** A rule set in words: what a batch asks for, and what it does not use. */
export function RuleSetWords({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const records = useTranslations('records')
  return (
    <div className="stack">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t('section.criteria')} flush>
          <Criteria rules={rules} />
        </Card>
        <div className="stack">
          <Card title={t('section.decisions')}>
            <Facts
              items={[
                { label: t('confirmation'), value: <Steps steps={rules.decisions.confirmation} /> },
                { label: t('closing'), value: <Steps steps={rules.decisions.closing} /> },
              ]}
            />
          </Card>
          <Card title={t('section.deadlines')}>
            <Deadlines rules={rules} />
          </Card>
          <Card title={records('ruleSet.title')}>
            <DiscussionWords rules={rules} />
          </Card>
        </div>
      </div>
      <Card title={t('appraisal.title')}>
        <AppraisalWords rules={rules} />
      </Card>
      <Card title={t('section.sheet')} aside={t('sheetTotal')} flush>
        <Sheet rules={rules} />
      </Card>
    </div>
  )
}

function Steps({ steps }: { steps: readonly DecisionStep[] }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms.decisionStep')
  if (steps.length === 0) return t('noStep')
  return (
    <ol className="list-decimal ps-5">
      {steps.map((step) => (
        <li key={step}>{terms(step)}</li>
      ))}
    </ol>
  )
}

function Criteria({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms.criterion')
  const words = (code: CriterionCode) => {
    const { enabled, available } = rules.criteria[code]
    if (enabled) return detail(rules, code, t)
    return <span className="text-ink-3">{available ? t('off') : t('later')}</span>
  }
  return (
    <Table
      caption={t('section.criteria')}
      rows={[...criterionCodes]}
      rowKey={(code) => code}
      columns={[
        { head: t('criterionHead'), main: true, cell: (code) => terms(code) },
        { head: t('requirementHead'), cell: words },
      ]}
    />
  )
}

function detail(
  { criteria }: RuleSet,
  code: CriterionCode,
  t: ReturnType<typeof useTranslations<'ruleSets'>>,
): string {
  switch (code) {
    case 'leadingTeam':
      return t('criterion.minReserves', { count: criteria.leadingTeam.minReserves })
    case 'townshipAcceptance':
    case 'countyAcceptance':
      return t('criterion.minScore', { score: criteria[code].minScore })
    case 'survey':
      return surveyWords(criteria.survey, t)
    case 'consolidation':
      return t('criterion.months', { months: criteria.consolidation.months })
    default:
      return t('on')
  }
}

function surveyWords(
  lines: RuleSet['criteria']['survey'],
  t: ReturnType<typeof useTranslations<'ruleSets'>>,
): string {
  const { enabled: _, available: __, ...values } = lines
  return [
    ...(lines.kinds === 'HOUSEHOLD' ? [] : [t('survey.meeting', values)]),
    ...(lines.kinds === 'MEETING' ? [] : [t('survey.household', values)]),
    t(`survey.choice.${lines.basic}`),
    ...(lines.smallVillage === 'TWO_THIRDS' ? [t('survey.choice.TWO_THIRDS')] : []),
  ].join(t('survey.separator'))
}

function Deadlines({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms.regulation')
  const locale = useLocale()
  const months = rules.followUpMonths.join(locale === 'en' ? ', ' : '、')
  const service = (['candidate', 'planReview', 'extension', 'acceptance'] as const).map((name) => ({
    label: t(`service.${name}`),
    value: t('serviceWords', { days: rules.service[name] }),
  }))
  const lights = lightSubjects.map((subject) => ({
    label: t(`light.${subject}`),
    value: t('lightWords', rules.lights[subject]),
  }))
  return (
    <div className="grid gap-4">
      <Facts
        items={[
          { label: t('light.plan'), value: t('planDraftWords', { days: rules.planDraftDays }) },
          ...service,
          { label: t('section.extensions'), value: t('extensionsWords', rules.extensions) },
          {
            label: t('section.acceptance'),
            value: t('teamWords', {
              township: rules.reviewers.townshipTeam,
              county: rules.reviewers.countyTeam,
            }),
          },
          ...(['countyLeader', 'helperUnit'] as const).map((name) => ({
            label: `${t('contactTitle')} · ${t(`contact.${name}`)}`,
            value: t(`contactEvery.${rules.contactRhythm[name]}`),
          })),
          {
            label: t('fundsTitle'),
            value: [
              ...rules.funds.tiers.map(({ from, yuan }) =>
                from > 0 ? t('funds.words', { from, yuan }) : t('funds.last', { yuan }),
              ),
              t('funds.supplementWords', { yuan: rules.funds.supplement }),
            ].join(locale === 'en' ? '; ' : '，'),
          },
          {
            label: t('regulationsTitle'),
            value:
              rules.regulations.map((code) => terms(code)).join(locale === 'en' ? '; ' : '、') ||
              t('regulationsNone'),
          },
          {
            label: t('noticesTitle'),
            value: noticeLadder
              .map((kind) => t('noticeNumber', { prefix: rules.noticePrefixes[kind] }))
              .join(locale === 'en' ? '; ' : '、'),
          },
          { label: t('section.followUp'), value: t('followUpWords', { months }) },
        ]}
      />
      <h3>{t('lightTitle')}</h3>
      <Facts items={lights} />
    </div>
  )
}

function Sheet({ rules }: { rules: RuleSet }) {
  const t = useTranslations('ruleSets')
  const terms = useTranslations('terms')
  const lang = useLocale() === 'en' ? 'en' : 'zh'
  return (
    <>
      <Table
        caption={t('section.sheet')}
        rows={[...rules.scoreSheet.items]}
        rowKey={(item) => item.code}
        columns={[
          { head: t('field.item'), main: true, cell: (item) => item.title[lang] },
          { head: t('field.itemMove'), cell: (item) => terms(`move.${item.move}`) },
          { head: t('field.itemCategory'), cell: (item) => terms(`category.${item.category}`) },
          {
            head: t('field.itemMax'),
            align: 'end',
            cell: (item) => t('itemLine', { max: item.max }),
          },
        ]}
      />
      <ul className="flex flex-wrap gap-3 px-4 py-3 text-md">
        {rules.scoreSheet.grades.map((grade, index, grades) => (
          <li key={grade.code}>
            <Badge>{grade.title[lang]}</Badge>{' '}
            {grade.from === 0 && index > 0
              ? t('gradeBelow', { below: grades[index - 1]?.from ?? 0 })
              : t('gradeLine', { from: grade.from })}
          </li>
        ))}
      </ul>
    </>
  )
}
