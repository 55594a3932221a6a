import 'server-only'
import { readFileSync } from 'node:fs'
import { calendarSeed } from '@/lib/calendar/seed'
import { fromDay } from '@/lib/dates'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import { problemKindsSchema } from '@/lib/problem-kinds/schema'
import { defaultRuleSet } from '@/lib/rule-sets/defaults'

/**
 * What a county needs before anyone works in it, as the system viewer `setup`: the county itself,
 * its first rule set, and for the whole deployment the dictionary of problem kinds and the
 * calendar. Whatever is there already stays as it is.
 */
export async function setUpCounty(tx: Tx, county: { id: string; name: string }): Promise<void> {
  await tx.county.createMany({ data: [county], skipDuplicates: true })
  const rules = await tx.ruleSet.findFirst({
    where: { countyId: county.id },
    select: { id: true },
  })
  if (!rules) {
    await tx.ruleSet.create({
      data: {
        id: newId(),
        countyId: county.id,
        version: defaultRuleSet.version,
        title: defaultRuleSet.title,
        content: defaultRuleSet,
      },
      select: { id: true },
    })
  }
  await addProblemKinds(tx)
  await addCalendar(tx)
}

async function addProblemKinds(tx: Tx) {
  const entries = problemKindsSchema.parse(
    JSON.parse(readFileSync('prisma/data/problem-kinds.json', 'utf8')),
  )
  await tx.problemKind.createMany({
    data: entries.map((kind) => ({
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
    })),
    skipDuplicates: true,
  })
}

/** Only into an empty calendar: afterwards it is the administrator's. */
async function addCalendar(tx: Tx) {
  const any = await tx.calendarDay.findFirst({ select: { day: true } })
  if (any) return
  await tx.calendarDay.createMany({
    data: calendarSeed().map(({ day, kind, name }) => ({ day: fromDay(day), kind, name })),
    skipDuplicates: true,
  })
}
