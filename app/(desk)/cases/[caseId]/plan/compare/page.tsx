import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlanChanges } from '@/components/case/plan-changes'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { Filters } from '@/components/ui/filters'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isId } from '@/lib/ids'
import { chosenSides, compareSides, type Side, sidesOf } from '@/lib/plans/comparison'
import { readPlan } from '@/lib/plans/queries'

type Props = {
  params: Promise<{ caseId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans.compare'))('title') }
}

/** What changed between two versions, or since a version was returned. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { caseId } = await params
  if (!isId(caseId)) notFound()
  const viewer = await requireViewer()
  const { versions, problems } = await forPage(readPlan(viewer, caseId))
  const asked = await searchParams
  const one = (value: string | string[] | undefined) =>
    typeof value === 'string' ? value : undefined
  const chosen = chosenSides(versions, { before: one(asked.before), after: one(asked.after) })
  const t = await getTranslations('plans')
  if (!chosen) return <EmptyState title={t('versions.none')} />
  const sides = sidesOf(versions)
  if (sides.length < 2) return <EmptyState title={t('compare.onlyOne')} />
  const options = sides.map((side: Side) => ({
    value: side.id,
    label: t(side.returned ? 'compare.returned' : 'card.version', { number: side.number }),
  }))
  return (
    <div className="stack">
      <Filters action={`/cases/${caseId}/plan/compare`} apply={t('compare.apply')}>
        {(['before', 'after'] as const).map((name) => (
          <Field key={name} id={name} label={t(`compare.${name}`)}>
            <Select {...wire(name)} name={name} options={options} defaultValue={chosen[name].id} />
          </Field>
        ))}
      </Filters>
      <Card title={t('compare.title')}>
        <PlanChanges
          diff={compareSides(versions, problems, chosen)}
          problemNumbers={new Map(problems.map(({ id, number }) => [id, number]))}
        />
      </Card>
    </div>
  )
}
