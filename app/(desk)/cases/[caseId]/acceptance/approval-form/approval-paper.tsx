import { useLocale, useTranslations } from 'next-intl'
import { useGateWords } from '@/components/case/gate-words'
import type { readApprovalForm } from '@/lib/closure/queries'
import { parseCriteria } from '@/lib/closure/stored'
import { toDay } from '@/lib/dates'
import { formatDay, formatNumber } from '@/lib/i18n/format'
import { organisationTypeOf } from '@/lib/villages/organisation-type'
import type { Slot } from '@/prisma/generated/enums'
import { OpinionRows } from './opinion-rows'
import { SurveyRows } from './survey-rows'

type Found = Awaited<ReturnType<typeof readApprovalForm>>

/** The form as officials expect it (forms.md): the case, its problems, result, opinions to sign. */
export function ApprovalPaper({ kase, surveys, exceptions: present }: Found) {
  const t = useTranslations('closure.form')
  const terms = useTranslations('terms')
  const words = useGateWords()
  const locale = useLocale()
  const day = (date: Date | null | undefined) => (date ? formatDay(toDay(date), locale) : '')
  const closure = kase.closures[0]
  const exceptions = closure ? parseCriteria(closure.criteria).exceptions : present
  const confirming = kase.decisions.filter((one) => one.purpose === 'CONFIRMATION')
  const meeting = kase.decisions.findLast(
    (one) => one.purpose === 'CLOSING' && one.step === 'DEPARTMENT_MEETING',
  )
  const documentNo = confirming.findLast((one) => one.documentNo !== '')?.documentNo ?? ''
  const holder = (slot: Slot) => {
    const held = kase.assignments.find((one) => one.slot === slot)
    if (!held) return ''
    return slot === 'HELPER_UNIT'
      ? (held.organisation?.name ?? '')
      : [held.personName, held.personPost].filter(Boolean).join(' ')
  }
  const kinds = [
    ...new Set(
      kase.problems.map(
        ({ category, kind }) =>
          `${terms(`category.${category}`)}：${locale === 'en' ? kind.titleEn : kind.titleZh}`,
      ),
    ),
  ]
  const scores = (['TOWNSHIP', 'COUNTY'] as const).flatMap((level) => {
    const passed = kase.acceptances.find((one) => one.level === level)
    if (!passed || passed.total === null) return []
    return t('scoreOf', {
      level: terms(`acceptanceLevel.${level}`),
      total: formatNumber(passed.total, 1),
      grade: terms(`grade.${passed.grade}` as never),
    })
  })
  const { village, township } = kase
  return (
    <article className="official" data-paper>
      <h2 className="official-title">{t('title', { village: village.name })}</h2>
      <p className="official-mark">{t('line', { number: closure?.number ?? '' })}</p>
      <table>
        <tbody>
          <Pair
            first={[t('place'), `${township.name}${village.name}`]}
            second={[
              t('organisation'),
              `${village.name}${terms(`organisationType.${organisationTypeOf(village)}`)}`,
            ]}
          />
          <Pair
            first={[t('secretary'), village.posts[0]?.holderName ?? '']}
            second={[t('batch'), kase.batch?.name ?? '']}
          />
          <Pair
            first={[
              t('confirmedOn'),
              [day(kase.confirmedOn), documentNo].filter(Boolean).join(' '),
            ]}
            second={[
              t('period'),
              t('periodOf', { from: day(kase.confirmedOn), to: day(closure?.closedOn) }),
            ]}
          />
          <Wide head={t('category')} text={kinds.join('；')} />
          <Pair
            first={[t('leader'), holder('COUNTY_LEADER')]}
            second={[t('townshipLeader'), holder('TOWNSHIP_LEADER')]}
          />
          <Pair
            first={[t('firstSecretary'), holder('WORK_TEAM')]}
            second={[t('helper'), holder('HELPER_UNIT')]}
          />
        </tbody>
      </table>
      <Problems kase={kase} />
      <table className="mt-4">
        <tbody>
          <Wide head={t('summary')} text={closure?.summary ?? ''} />
        </tbody>
      </table>
      <SurveyRows results={surveys} />
      <table className="mt-4">
        <tbody>
          <Wide head={t('score')} text={scores.join('；')} />
          <Wide
            head={t('exceptions')}
            text={
              exceptions.length === 0
                ? t('none')
                : exceptions
                    .map((one) => `${words.criterion(one.criterion)}——${words.exception(one)}`)
                    .join('\n')
            }
          />
        </tbody>
      </table>
      <OpinionRows meetingOn={day(meeting?.decidedOn)} />
      <table className="mt-4">
        <tbody>
          <Wide
            head={t('number')}
            text={[closure?.number, day(closure?.closedOn)].filter(Boolean).join(' ')}
          />
          <Wide head={t('filed')} text={day(closure?.filedOn)} />
          <Wide head={t('remarks')} text="" />
        </tbody>
      </table>
      <p className="official-annex">{t('annex')}</p>
    </article>
  )
}

function Problems({ kase }: Pick<Found, 'kase'>) {
  const t = useTranslations('closure.form')
  const locale = useLocale()
  return (
    <>
      <p className="official-sheet-title">{t('problems')}</p>
      <table>
        <thead>
          <tr>
            {(['no', 'problem', 'solution', 'verifiedBy', 'verifiedOn'] as const).map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kase.problems.map((problem) => (
            <tr key={problem.id}>
              <td>{problem.number}</td>
              <td>{problem.title}</td>
              <td>{problem.status === 'OPEN' ? '' : problem.solution}</td>
              <td className="whitespace-nowrap">{problem.verifiedByName}</td>
              <td>{problem.verifiedOn ? formatDay(toDay(problem.verifiedOn), locale) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

type Entry = readonly [head: string, text: string]

function Pair({ first, second }: { first: Entry; second: Entry }) {
  return (
    <tr>
      {[first, second].map(([head, text]) => (
        <PairCells key={head} head={head} text={text} />
      ))}
    </tr>
  )
}

function PairCells({ head, text }: { head: string; text: string }) {
  return (
    <>
      <th scope="row">{head}</th>
      <td>{text}</td>
    </>
  )
}

function Wide({ head, text }: { head: string; text: string }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td colSpan={3} className="whitespace-pre-wrap">
        {text}
      </td>
    </tr>
  )
}
