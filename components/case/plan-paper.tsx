import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/lib/i18n/format'
import { moves } from '@/lib/plans/moves'
import type { Paper, PaperMeasure } from '@/lib/plans/paper'
import { useMeasureWords } from './measure-words'
import { MeasuresAnnex, ReviewSheet } from './plan-annex'

export type PaperPlace = { village: string; township: string }

/**
 * The plan as the official document (forms.md, 整顿工作方案): seven parts, the list of problems,
 * measures and responsibilities as its annex, and the sheet of the review. On paper nothing else
 * of the page is printed.
 */
export function PlanPaper({ place, paper }: { place: PaperPlace; paper: Paper }) {
  const t = useTranslations('plans.paper')
  const locale = useLocale()
  const on = paper.submittedOn ? formatDay(paper.submittedOn, locale) : t('dateBlank')
  return (
    <article data-paper className="official">
      <h2 className="official-title">{t('title', place)}</h2>
      <p className="official-mark">
        {paper.recordNo
          ? t('recordNo', { number: paper.recordNo })
          : t('version', { number: paper.number })}
      </p>
      <h3>{t('facts')}</h3>
      <Text text={paper.sections.facts} />
      <h3>{t('causes')}</h3>
      <Problems paper={paper} />
      <Text text={paper.sections.causes} blank={false} />
      <h3>{t('goals')}</h3>
      <Text text={paper.sections.goals} />
      <h3>{t('measures')}</h3>
      <Measures measures={paper.measures} />
      <h3>{t('timetable')}</h3>
      <Text text={paper.sections.timetable} />
      <h3>{t('responsibilities')}</h3>
      <Text text={paper.sections.responsibilities} />
      <h3>{t('guarantees')}</h3>
      <Text text={paper.sections.guarantees} />
      <p className="official-annex-note">{t('annexNote')}</p>
      <div className="official-sign">
        <p>{t('issuer', place)}</p>
        <p>{on}</p>
      </div>
      <MeasuresAnnex paper={paper} />
      <ReviewSheet paper={paper} />
    </article>
  )
}

/** A part of the document; an empty one says so, so that nobody takes it for forgotten by the page. */
function Text({ text, blank = true }: { text: string; blank?: boolean }) {
  const t = useTranslations('plans.paper')
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
  if (paragraphs.length === 0) return blank ? <p className="official-blank">{t('blank')}</p> : null
  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text, never reordered
  return paragraphs.map((line, index) => <p key={index}>{line}</p>)
}

function Problems({ paper }: { paper: Paper }) {
  const t = useTranslations('plans.paper')
  if (paper.problems.length === 0) return <p className="official-blank">{t('blank')}</p>
  return paper.problems.map((problem) => (
    <p key={problem.key}>
      <b>{t('problem', { number: problem.number, title: clause(problem.title) })}</b>
      {t('kind', { kind: problem.kind })}
      {problem.cause ? t('cause', { cause: clause(problem.cause) }) : null}
      {problem.evidence ? t('evidence', { evidence: clause(problem.evidence) }) : null}
    </p>
  ))
}

function Measures({ measures }: { measures: readonly PaperMeasure[] }) {
  const t = useTranslations('plans.paper')
  const terms = useTranslations('terms.move')
  const ordinals = [...t('ordinals')]
  const groups = moves
    .map((move) => ({ move, items: measures.filter((measure) => measure.move === move) }))
    .filter(({ items }) => items.length > 0)
  if (groups.length === 0) return <p className="official-blank">{t('blank')}</p>
  return groups.map(({ move, items }, index) => (
    <section key={move}>
      <h4>{t('move', { ordinal: ordinals[index] ?? '', move: terms(move) })}</h4>
      {items.map((measure) => (
        <MeasureText key={measure.key} measure={measure} />
      ))}
    </section>
  ))
}

function MeasureText({ measure }: { measure: PaperMeasure }) {
  const t = useTranslations('plans.paper')
  const { number, title, target, problemNumbers } = measure
  const { responsible, period } = useMeasureWords(measure)
  return (
    <p>
      <b>{t('measure', { number, title: clause(title) || t('untitled') })}</b>
      {problemNumbers.length > 0
        ? t('answers', { numbers: problemNumbers.join(t('comma')) })
        : null}
      {target ? t('target', { target: clause(target) }) : null}
      {responsible ? t('responsible', { responsible }) : null}
      {period ? t('period', { period }) : null}
    </p>
  )
}

/** Text that a sentence goes on around: without the full stop somebody typed. */
function clause(text: string): string {
  return text.trim().replace(/[。.；;]+$/, '')
}
