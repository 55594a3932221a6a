type Given = { [name: string]: unknown }

/**
 * A rule set out of its form: words where numbers belong become numbers, ticked boxes are `on`,
 * months have commas between. What makes no sense stays as it is, for the schema to refuse.
 */
export function contentOf(value: unknown): unknown {
  const given = objectOf(value)
  const criteria = objectOf(given.criteria)
  const sheet = objectOf(given.scoreSheet)
  return {
    version: 1,
    title: given.title,
    decisions: {
      confirmation: listOf(objectOf(given.decisions).confirmation),
      closing: listOf(objectOf(given.decisions).closing),
    },
    criteria: Object.fromEntries(
      Object.entries(criteria).map(([code, criterion]) => {
        const { enabled, available, ...numbers } = objectOf(criterion)
        return [
          code,
          { enabled: enabled === 'on', available: available === 'on', ...numbersOf(numbers) },
        ]
      }),
    ),
    extensions: numbersOf(objectOf(given.extensions)),
    lights: Object.fromEntries(
      Object.entries(objectOf(given.lights)).map(([subject, threshold]) => {
        const { before, unit } = objectOf(threshold)
        return [subject, { before: numberOf(before), unit }]
      }),
    ),
    service: numbersOf(objectOf(given.service)),
    contactRhythm: numbersOf(objectOf(given.contactRhythm)),
    funds: {
      tiers: listOf(objectOf(given.funds).tiers).map((tier) => numbersOf(objectOf(tier))),
      supplement: numberOf(objectOf(given.funds).supplement),
    },
    regulations: listOf(given.regulations),
    fourDiscussions: given.fourDiscussions,
    noticePrefixes: given.noticePrefixes,
    planDraftDays: numberOf(given.planDraftDays),
    followUpMonths: String(given.followUpMonths ?? '')
      .split(/[,，、;；\s]+/)
      .filter(Boolean)
      .map(numberOf),
    scoreSheet: {
      items: itemsOf(sheet.items),
      grades: listOf(sheet.grades).map((row) => {
        const { from, ...words } = objectOf(row)
        return { from: numberOf(from), ...words }
      }),
    },
    reviewers: numbersOf(objectOf(given.reviewers)),
    ...(given.appraisal !== undefined &&
      appraisalContentOf(objectOf(given.appraisal), objectOf(given.watchList))),
  }
}

/** The appraisal's catalogues and bands, and the rules of the key register. */
function appraisalContentOf(appraisal: Given, watch: Given) {
  const { restDays, ...rules } = watch
  const catalogue = (value: unknown) =>
    withCodes(value).map(({ weight, ...words }) => ({ weight: numberOf(weight), ...words }))
  return {
    appraisal: {
      selfScore: appraisal.selfScore === 'on',
      recheckPercent: numberOf(appraisal.recheckPercent),
      appealDays: numberOf(appraisal.appealDays),
      township: catalogue(appraisal.township),
      helperUnit: catalogue(appraisal.helperUnit),
      bands: listOf(appraisal.bands).map((row) => {
        const { from, ...words } = objectOf(row)
        return { from: numberOf(from), ...words }
      }),
    },
    watchList: {
      ...Object.fromEntries(
        Object.entries(rules).map(([code, rule]) => {
          const { enabled, ...numbers } = objectOf(rule)
          return [code, { enabled: enabled === 'on', ...numbersOf(numbers) }]
        }),
      ),
      restDays: numberOf(restDays),
    },
  }
}

function objectOf(value: unknown): Given {
  return typeof value === 'object' && value !== null ? (value as Given) : {}
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A number where one was written; anything else stays for the schema to refuse. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
}

function numbersOf(given: Given): Given {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, numberOf(value)]))
}

/** The items of the score sheet; an added one gets the first free code `addedAa`, `addedAb` … */
function itemsOf(value: unknown): unknown[] {
  return withCodes(value).map(({ max, ...words }) => ({ max: numberOf(max), ...words }))
}

function withCodes(value: unknown): Given[] {
  const rows = listOf(value).map(objectOf)
  const used = new Set(rows.map((row) => row.code))
  return rows.map(({ code, ...words }) => ({ code: code || freeCode(used), ...words }))
}

function freeCode(used: Set<unknown>): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const codes = [...letters].flatMap((a) => [...letters].map((b) => `added${a.toUpperCase()}${b}`))
  const code = codes.find((one) => !used.has(one)) ?? ''
  used.add(code)
  return code
}
