import type { EventKind } from './events'
import { lines, type Tell, tell, yes } from './telling'

/** What the key register and the appraisal say. */
export const appraisalTellings = {
  watchProposed: (d, w) =>
    tell({ ...watched(d), rules: w.list(d.rules.map((rule) => w.term('watchRule', rule))) }),
  watchLapsed: (d) => tell(watched(d)),
  watchListed: (d) => tell(watched(d), lines(d.reason, d.measures, d.basis)),
  watchDeclined: (d) => tell(watched(d), d.reason),
  watchReplied: (d) => tell(watched(d), d.text),
  watchCleared: (d) => tell(watched(d), lines(d.reason, d.basis)),
  appraisalOpened: (d) => tell({ year: String(d.year), ruleVersion: d.ruleVersion }),
  appraisalComputed: (d) => tell({ year: String(d.year), sheets: d.sheets }),
  appraisalVerified: (d, w) =>
    tell(scored(d), d.changed.length > 0 ? w.list(d.changed) : undefined),
  appraisalSelfScored: (d) => tell(scored(d)),
  appraisalAnnounced: (d, w) => tell({ year: String(d.year), until: w.day(d.appealUntil) }),
  appraisalAppealed: (d) =>
    tell({ ...scored(d), one: yes(d.indicator), indicator: d.indicator }, d.text),
  appraisalAppealAnswered: (d) => tell({ ...scored(d), upheld: yes(d.upheld) }, d.text),
  appraisalPublished: (d) =>
    tell({
      ...{ year: String(d.year), sheets: d.sheets },
      ...{ numbered: yes(d.documentNo), documentNo: d.documentNo },
    }),
  appraisalExported: (d) =>
    tell({ year: String(d.year), format: d.format.toUpperCase(), sheets: d.sheets }),
} satisfies { [K in EventKind]?: Tell<K> }

const watched = ({ organisation, member }: { organisation: string; member: string }) => ({
  organisation,
  one: yes(member),
  member,
})

const scored = ({ year, organisation }: { year: number; organisation: string }) => ({
  year: String(year),
  organisation,
})
