import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { AppealsCard } from '@/components/appraisal/appeals-card'
import { AppraisalState } from '@/components/appraisal/appraisal-state'
import { BindingsCard } from '@/components/appraisal/bindings-card'
import { IndicatorCard } from '@/components/appraisal/indicator-card'
import { ResultPaper } from '@/components/appraisal/result-paper'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { pointsOf } from '@/lib/appraisals/points'
import { readSheet } from '@/lib/appraisals/queries'
import { toDay } from '@/lib/dates'
import { formatDay } from '@/lib/i18n/format'
import { isId } from '@/lib/ids'

type Props = { params: Promise<{ sheetId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appraisals'))('sheet.one') }
}

/** One organisation's result of a year; on paper, its result sheet. */
export default async function SheetPage({ params }: Props) {
  const { sheetId } = await params
  if (!isId(sheetId)) notFound()
  const viewer = await requireViewer()
  const found = await forPage(readSheet(viewer, sheetId))
  const { sheet, appraisal, rules, mayVerify, mayScore, mayAppeal } = found
  const t = await getTranslations('appraisals')
  const locale = await getLocale()
  const day = (value: string) => formatDay(value, locale)
  const grade = rules.bands.find(({ code }) => code === sheet.grade)
  const verbs = [
    ...(mayVerify ? (['verify'] as const) : []),
    ...(mayScore ? (['score'] as const) : []),
    ...(mayAppeal ? (['appeal'] as const) : []),
  ]
  return (
    <>
      <div className="stack screen-only">
        <PageHead
          title={sheet.organisationName}
          crumbs={[
            { label: t('title'), href: '/appraisals' },
            {
              label: t('titleOf', { year: String(appraisal.year) }),
              href: `/appraisals/${appraisal.id}`,
            },
            { label: t('sheet.one') },
          ]}
          aside={<AppraisalState state={sheet.state} />}
          actions={
            <>
              {verbs.map((verb) => (
                <LinkButton
                  key={verb}
                  href={`/appraisals/sheets/${sheet.id}/${verb}`}
                  tone="primary"
                >
                  {t(`verb.${verb}`)}
                </LinkButton>
              ))}
              <PrintButton>{t('sheet.print')}</PrintButton>
            </>
          }
        />
        <Card>
          <Facts
            columns={2}
            items={[
              {
                label: t('score'),
                value: (
                  <>
                    <b>{sheet.verified === null ? t('notApplicable') : pointsOf(sheet.verified)}</b>{' '}
                    {grade?.title[locale === 'en' ? 'en' : 'zh'] ?? ''}
                  </>
                ),
              },
              {
                label: t('heads'),
                value:
                  sheet.heads.length === 0
                    ? t('headless')
                    : sheet.heads.map(({ name, post, from, to }) => (
                        <div key={`${name}${from}`}>
                          {t(post ? 'head.line' : 'head.lineBare', {
                            ...{ name, post, from: day(from), to: day(to) },
                          })}
                        </div>
                      )),
              },
              { label: t('period'), value: `${day(appraisal.from)} – ${day(appraisal.to)}` },
              {
                label: t('rules'),
                value: t('ruleVersion', { version: appraisal.ruleVersion }),
              },
              { label: t('cases'), value: sheet.cases },
              {
                label: t('verified'),
                value: sheet.verifiedOn
                  ? t('sheet.verifiedBy', {
                      ...{ name: sheet.verifiedByName, day: day(toDay(sheet.verifiedOn)) },
                    })
                  : t('notVerified'),
              },
              { label: t('sheet.note'), value: sheet.note },
              { label: t('publish.documentNo'), value: appraisal.documentNo },
            ]}
          />
        </Card>
        <IndicatorCard {...found} />
        <AppealsCard appeals={found.appeals} sheet={sheet} />
        <BindingsCard bindings={sheet.bindings} />
      </div>
      <div className="print-only">
        <ResultPaper {...found} />
      </div>
    </>
  )
}
