import 'server-only'
import { authorize, can } from '@/lib/access/policy'
import type { Viewer } from '@/lib/access/viewer-types'
import { read, type Tx } from '@/lib/db'
import { casesToEnterOn } from '@/lib/entries/form-queries'
import { Forbidden } from '@/lib/errors'
import type { RecordKind } from '@/prisma/generated/enums'
import { fundsDueOf } from './check-funds'
import { moveOf, permissionFor, recordKinds } from './kinds'
import { ruleSetOfCase } from './open-record'

/** The kinds a viewer writes at all, to choose from; nobody who writes none gets here. */
export function kindsFor(viewer: Viewer): RecordKind[] {
  const kinds = recordKinds.filter((kind) => can(viewer, permissionFor(kind)))
  if (kinds.length === 0) throw new Forbidden()
  return kinds
}

/**
 * What the form of a kind offers: the villages on which the viewer writes it, and of the chosen one
 * what its fields choose from.
 */
export const readRecordForm = (viewer: Viewer, kind: RecordKind, caseId?: string) =>
  read(viewer, async (tx) => {
    const may = permissionFor(kind)
    authorize(viewer, may)
    const cases = await casesToEnterOn(tx, viewer, may, caseId)
    const [only] = cases.length === 1 ? cases : []
    const chosen = cases.find(({ id }) => id === caseId) ?? only
    return {
      cases,
      chosen,
      offers: chosen ? await offersOf(tx, kind, chosen) : undefined,
      prefill: kind === 'FUNDS' && chosen ? await fundsOf(tx, viewer, chosen) : undefined,
    }
  })

/** This year's funds by the rule, so that nobody works them out. */
async function fundsOf(
  tx: Tx,
  viewer: Viewer,
  { id, village }: { id: string; village: { id: string } },
) {
  const due = await fundsDueOf(tx, { id, villageId: village.id })
  const year = Number(viewer.today.slice(0, 4))
  return { year, officeFunds: due?.officeFunds, supplement: due?.supplement ?? 0, tier: due?.tier }
}

export type RecordOffers = Awaited<ReturnType<typeof offersOf>>

async function offersOf(tx: Tx, kind: RecordKind, kase: { id: string; village: { id: string } }) {
  const villageId = kase.village.id
  const team = moveOf(kind) === 'TEAM'
  return {
    posts: team
      ? await tx.leadingPost.findMany({
          where: { villageId },
          orderBy: { position: 'asc' },
          select: { id: true, title: true, holderName: true },
        })
      : [],
    reserves:
      kind === 'RESERVE_PROMOTED'
        ? await tx.reserveCadre.findMany({
            where: { villageId, toOn: null, name: { not: '' } },
            orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
            select: { id: true, name: true },
          })
        : [],
    lines:
      kind === 'FOUR_DISCUSSIONS' ? (await ruleSetOfCase(tx, kase.id)).fourDiscussions : undefined,
  }
}
