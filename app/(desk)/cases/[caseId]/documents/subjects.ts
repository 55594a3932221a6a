import { getTranslations } from 'next-intl/server'
import type { readDocuments } from '@/lib/attachments/queries'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { SubjectKind } from '@/prisma/generated/enums'

type Kase = Awaited<ReturnType<typeof readDocuments>>['kase']

/** A record of the case that papers belong to, with its name. */
export type Subject = { kind: SubjectKind; id: string; name: string }

/** Every record that may have papers, in the order in which it came about. */
export async function subjectsOf(kase: Kase, locale: Locale): Promise<Subject[]> {
  const t = await getTranslations('attachments.subjects')
  const terms = await getTranslations('terms')
  return [
    { kind: 'CASE', id: kase.id, name: t('CASE') },
    ...kase.decisions.map(({ id, purpose, step, body, decidedOn }) => ({
      kind: 'DECISION' as const,
      id,
      name: t('DECISION', {
        purpose: terms(`decisionPurpose.${purpose}`),
        step: step ? `${terms(`decisionStep.${step}`)} · ` : '',
        body,
        on: formatDay(toDay(decidedOn), locale),
      }),
    })),
    ...kase.plans.map(({ id, number }) => ({
      kind: 'PLAN' as const,
      id,
      name: t('PLAN', { number }),
    })),
    ...kase.measures.map(({ id, number, title }) => ({
      kind: 'MEASURE' as const,
      id,
      name: t('MEASURE', { number, title }),
    })),
    ...kase.acceptances.map(({ id, level, round }) => ({
      kind: 'ACCEPTANCE' as const,
      id,
      name: t('ACCEPTANCE', { level: terms(`acceptanceLevel.${level}`), round }),
    })),
    ...kase.closures.map(({ id, number }) => ({
      kind: 'CLOSURE' as const,
      id,
      name: t('CLOSURE', { number }),
    })),
    ...kase.followUps.map(({ id, month }) => ({
      kind: 'FOLLOW_UP' as const,
      id,
      name: t('FOLLOW_UP', { month }),
    })),
  ]
}
