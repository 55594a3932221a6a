import 'server-only'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/ids'
import type { Head } from './facts'
import type { ComputedSheet } from './sheet'

type Given = {
  appraisalId: string
  /** Organisations that score themselves see their sheet from the start. */
  shown: boolean
  sheets: readonly ComputedSheet[]
  heads: ReadonlyMap<string, Head[]>
}

/**
 * Writes computed sheets over those of before, in two statements. A sheet that somebody verified stays
 * as they verified it; heads that somebody named stay named.
 */
export async function storeSheets(tx: Tx, { appraisalId, shown, sheets, heads }: Given) {
  const kept = await tx.appraisalSheet.findMany({
    where: { appraisalId },
    select: { id: true, organisationId: true, verifiedById: true },
  })
  const before = new Map(kept.map((row) => [row.organisationId, row]))
  const fresh = sheets
    .filter(({ who }) => !before.get(who.id)?.verifiedById)
    .map((sheet) => ({ sheet, id: before.get(sheet.who.id)?.id ?? newId() }))
  if (fresh.length === 0) return
  const sheetRows = fresh.map(({ sheet: { who, total, grade, bindings, cases }, id }) => ({
    ...{
      id,
      organisation_id: who.id,
      kind: who.kind,
      organisation_name: who.name,
      cases,
      bindings,
    },
    ...{ place: who.townshipId ?? who.name, heads: heads.get(who.id) ?? [], total, grade },
  }))
  await tx.$executeRaw`
    INSERT INTO appraisal_sheets AS s (id, appraisal_id, organisation_id, shown, kind, place, organisation_name, heads, bindings,
      cases, computed, verified, grade)
    SELECT r.id, ${appraisalId}::uuid, r.organisation_id, ${shown}, r.kind::"AppraisalKind", r.place, r.organisation_name, r.heads,
      r.bindings, r.cases, r.total, r.total, r.grade
    FROM jsonb_to_recordset(${JSON.stringify(sheetRows)}::jsonb) AS r(id uuid, organisation_id uuid, kind text, place text,
      organisation_name text, heads jsonb, bindings jsonb, cases int, total int, grade text)
    ON CONFLICT (appraisal_id, organisation_id) DO UPDATE SET place = EXCLUDED.place, organisation_name = EXCLUDED.organisation_name,
      bindings = EXCLUDED.bindings, cases = EXCLUDED.cases, computed = EXCLUDED.computed, verified = EXCLUDED.verified,
      grade = EXCLUDED.grade, shown = EXCLUDED.shown, heads = CASE WHEN s.heads = '[]' THEN EXCLUDED.heads ELSE s.heads END`
  const valueRows = fresh.flatMap(({ sheet, id }) =>
    sheet.values.map(({ items, ...value }) => ({ id: newId(), sheet_id: id, ...value, items })),
  )
  await tx.$executeRaw`
    INSERT INTO appraisal_values (id, sheet_id, shown, code, formula, position, weight, numerator, denominator, effective, score, items)
    SELECT r.id, r.sheet_id, ${shown}, r.code, r.formula, r.position, r.weight, r.numerator, r.denominator, r.effective, r.score, r.items
    FROM jsonb_to_recordset(${JSON.stringify(valueRows)}::jsonb) AS r(id uuid, sheet_id uuid, code text, formula text, position int,
      weight int, numerator int, denominator int, effective int, score int, items jsonb)
    ON CONFLICT (sheet_id, code) DO UPDATE SET numerator = EXCLUDED.numerator, denominator = EXCLUDED.denominator,
      effective = EXCLUDED.effective, score = EXCLUDED.score, items = EXCLUDED.items, shown = EXCLUDED.shown`
}
