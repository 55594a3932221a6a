import 'server-only'
import { calendarSeed } from '@/lib/calendar/seed'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { problemKindsSchema } from '@/lib/problem-kinds/schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'
import dictionary from '@/prisma/data/problem-kinds.json'

/**
 * What every installation needs before its first county, as system viewer `setup`: the dictionary
 * of problem kinds and the calendar. What is there already stays as it is.
 */
export async function seedBaseData(tx: Tx): Promise<void> {
  await tx.calendarDay.createMany({
    data: calendarSeed().map((row) => ({ ...row, day: fromDay(row.day) })),
    skipDuplicates: true,
  })
  const kinds = problemKindsSchema.parse(dictionary)
  await tx.problemKind.createMany({
    data: kinds.map((kind) => ({
      id: newId(),
      code: kind.code,
      category: kind.category,
      titleZh: kind.title.zh,
      titleEn: kind.title.en,
      explanation: kind.explanation.zh,
      document: kind.document.zh,
      region: kind.region,
      validFrom: fromDay(kind.validFrom),
      validTo: kind.validTo ? fromDay(kind.validTo) : null,
      organisationLife: kind.organisationLife,
    })),
    skipDuplicates: true,
  })
}

/** A county with its first rule set, as system viewer `setup`; what is there already stays. */
export async function seedCounty(tx: Tx, county: { id: string; name: string }): Promise<void> {
  await tx.county.createMany({ data: [county], skipDuplicates: true })
  await tx.ruleSet.createMany({
    data: [
      {
        id: newId(),
        countyId: county.id,
        version: 1,
        title: defaultRuleSet.title,
        content: defaultRuleSet,
      },
    ],
    skipDuplicates: true,
  })
}
