import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  authorize,
  can,
  grantFor,
  type Permission,
  permissions,
  relationFor,
} from '@/lib/access/policy'
import { type Role, roles } from '@/lib/access/roles'
import { Forbidden } from '@/lib/errors'
import { anySubject, anyViewer } from '@/tests/support/anyone'

/*
 * Every permission × role, written out from design/lifecycle.md ("Verbs of a case", "Who reads
 * what"). c: in its county · t: in its own township · b: on cases it is bound to · m: on its own
 * measures of those · s: on what was sent to its organisation · a: bound or sent · k: on checks it makes ·
 * ·: never.
 */
const matrix = `
                          OFFICE LEADER TOWNSHIP HELPER TEAM INSPECTOR ADMIN
  case.read               c      c      t        b      b    b         ·
  case.timeline           c      b      t        b      b    b         ·
  case.documents          c      b      t        b      b    b         ·
  case.explainAccess      c      ·      ·        ·      ·    ·         ·
  case.propose            c      ·      t        ·      ·    ·         ·
  case.withdrawProposal   c      ·      t        ·      ·    ·         ·
  case.confirm            c      ·      ·        ·      ·    ·         ·
  case.decline            c      ·      ·        ·      ·    ·         ·
  case.pause              c      ·      ·        ·      ·    ·         ·
  case.carryOver          c      ·      ·        ·      ·    ·         ·
  case.annul              c      ·      ·        ·      ·    ·         ·
  case.close              c      ·      ·        ·      ·    ·         ·
  case.resumeRectifying   c      ·      ·        ·      ·    ·         ·
  case.enterHistorical    c      ·      ·        ·      ·    ·         ·
  problem.edit            c      ·      t        ·      ·    ·         ·
  problem.solve           ·      ·      t        ·      ·    ·         ·
  problem.verify          c      ·      t        ·      ·    ·         ·
  plan.draft              ·      ·      t        ·      ·    ·         ·
  plan.submit             ·      ·      t        ·      ·    ·         ·
  plan.withdraw           ·      ·      t        ·      ·    ·         ·
  plan.revise             ·      ·      t        ·      ·    ·         ·
  plan.review             c      ·      ·        ·      ·    ·         ·
  progress.add            ·      ·      t        m      m    ·         ·
  measure.finish          ·      ·      t        m      m    ·         ·
  extension.ask           ·      ·      t        m      m    ·         ·
  extension.decide        c      ·      ·        ·      ·    ·         ·
  assignment.manage       c      ·      t        ·      ·    ·         ·
  handover.run            c      ·      t        ·      ·    ·         c
  acceptance.apply        ·      ·      t        ·      ·    ·         ·
  acceptance.township     ·      ·      t        ·      ·    ·         ·
  acceptance.county       c      ·      ·        ·      ·    ·         ·
  exception.record        c      ·      ·        ·      ·    ·         ·
  followUp.record         c      ·      t        ·      ·    ·         ·
  commitment.read         c      b      t        b      b    b         ·
  commitment.write        ·      ·      t        ·      b    ·         ·
  commitment.writeTownship ·     ·      t        ·      ·    ·         ·
  commitment.judge        c      ·      t        ·      ·    ·         ·
  commitment.judgeTownship c     ·      ·        ·      ·    ·         ·
  commitment.judgeMembers ·      ·      t        ·      ·    ·         ·
  commitment.disclose     c      ·      ·        ·      ·    ·         ·
  watch.read              c      c      s        s      s    ·         ·
  watch.decide            c      ·      ·        ·      ·    ·         ·
  watch.reply             ·      ·      s        s      s    ·         ·
  appraisal.read          c      c      s        s      ·    ·         ·
  appraisal.manage        c      ·      ·        ·      ·    ·         ·
  appraisal.selfScore     ·      ·      s        s      ·    ·         ·
  appraisal.appeal        ·      ·      s        s      ·    ·         ·
  appraisal.answer        c      ·      ·        ·      ·    ·         ·
  channel.manage          c      ·      ·        ·      ·    ·         c
  webhook.ask             ·      ·      ·        ·      ·    ·         c
  webhook.confirm         c      ·      ·        ·      ·    ·         ·
  burden.read             c      ·      t        ·      ·    ·         ·
  complaint.answer        c      ·      ·        ·      ·    ·         ·
  attachment.add          c      ·      t        b      b    ·         ·
  attachment.oversee      c      ·      ·        ·      ·    ·         ·
  internal.write          c      ·      t        ·      ·    ·         ·
  coordination.read       c      c      t        a      a    b         ·
  coordination.raise      ·      ·      t        ·      ·    ·         ·
  coordination.route      c      ·      ·        ·      ·    ·         ·
  coordination.answer     c      ·      ·        s      ·    ·         ·
  coordination.settle     ·      ·      t        ·      ·    ·         ·
  instruction.read        c      b      t        a      a    b         ·
  instruction.record      c      b      ·        ·      ·    ·         ·
  instruction.answer      c      ·      s        s      s    ·         ·
  instruction.return      c      b      ·        ·      ·    ·         ·
  document.read           c      c      c        c      c    c         ·
  document.publish        c      ·      ·        ·      ·    ·         ·
  regulation.read         c      c      c        c      c    c         ·
  funds.read              c      b      t        b      b    b         ·
  visit.read              c      b      t        b      b    b         ·
  visit.write             ·      b      t        b      b    ·         ·
  record.read             c      b      t        b      b    b         ·
  record.write            ·      ·      t        b      b    ·         ·
  record.help             ·      b      t        b      b    ·         ·
  record.formal           c      ·      t        ·      ·    ·         ·
  record.responsibility   c      ·      t        b      b    ·         ·
  residence.enter         ·      ·      t        ·      ·    ·         ·
  survey.read             c      c      t        b      b    b         ·
  survey.run              c      ·      ·        ·      ·    ·         ·
  meeting.read            c      c      t        ·      ·    ·         ·
  meeting.call            c      ·      ·        ·      ·    ·         ·
  inspection.read         c      c      c        c      c    c         ·
  inspection.plan         c      ·      ·        ·      ·    ·         ·
  spotCheck.read          c      b      t        b      b    c         ·
  spotCheck.assign        c      ·      ·        ·      ·    ·         ·
  spotCheck.write         ·      ·      ·        ·      ·    k         ·
  spotCheck.attach        ·      ·      ·        ·      ·    b         ·
  material.request        ·      ·      ·        ·      ·    k         ·
  material.answer         ·      ·      t        ·      ·    ·         ·
  finding.read            c      b      c        c      c    c         ·
  finding.enter           c      ·      ·        ·      ·    ·         ·
  finding.send            c      ·      ·        ·      ·    ·         ·
  finding.settle          c      ·      ·        ·      ·    ·         ·
  notice.read             c      b      c        c      c    c         ·
  notice.draft            c      ·      ·        ·      ·    k         ·
  notice.sign             c      b      ·        ·      ·    ·         ·
  notice.reply            ·      ·      s        s      s    ·         ·
  notice.verify           c      ·      ·        ·      ·    k         ·
  notice.close            c      ·      ·        ·      ·    ·         ·
  batch.read              c      c      c        c      c    c         ·
  batch.create            c      ·      ·        ·      ·    ·         ·
  ruleSet.manage          c      ·      ·        ·      ·    ·         ·
  village.read            c      c      c        c      c    c         c
  village.edit            c      ·      t        ·      ·    ·         ·
  village.change          c      ·      ·        ·      ·    ·         ·
  directory.import        c      ·      ·        ·      ·    ·         c
  calendar.manage         ·      ·      ·        ·      ·    ·         c
  organisation.manage     ·      ·      ·        ·      ·    ·         c
  account.manage          ·      ·      ·        ·      ·    ·         c
  appointment.grant       ·      ·      ·        ·      ·    ·         c
  appointment.confirm     c      ·      ·        ·      ·    ·         ·
  accounts.read           c      ·      ·        ·      ·    ·         c
  rulebook.read           c      ·      ·        ·      ·    ·         c
  securityLog.read        c      ·      ·        ·      ·    ·         c
`
const letters = {
  c: 'county',
  t: 'township',
  b: 'bound',
  m: 'ownMeasure',
  s: 'addressed',
  a: 'concerned',
  k: 'checking',
  '·': undefined,
} as const
const table = new Map(
  matrix
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [permission = '', ...cells] = line.trim().split(/\s+/)
      return [permission, cells as (keyof typeof letters)[]] as const
    }),
)

describe('the rulebook', () => {
  test('has a row here for every permission, and no other', () => {
    expect([...table.keys()].sort()).toEqual([...permissions].sort())
  })

  test.each([...table])('%s', (permission, cells) => {
    const given = roles.map((role) => [role, relationFor(permission as Permission, role)])
    const expected = roles.map((role, index) => [role, letters[cells[index] ?? '·']])
    expect(given).toEqual(expected)
  })

  test('someone without an appointment may nothing', () => {
    fc.assert(
      fc.property(
        anyViewer,
        anySubject,
        fc.constantFrom(...permissions),
        (viewer, subject, may) => {
          const nobody = { ...viewer, grants: [] }
          expect([can(nobody, may), can(nobody, may, subject)]).toEqual([false, false])
          expect(() => authorize(nobody, may, subject)).toThrow(Forbidden)
        },
      ),
    )
  })

  test('buttons and commands ask the same table, by one appointment the viewer holds', () => {
    fc.assert(
      fc.property(
        anyViewer,
        anySubject,
        fc.constantFrom(...permissions),
        (viewer, subject, may) => {
          const grant = grantFor(viewer, may, subject)
          expect(can(viewer, may, subject)).toBe(grant !== undefined)
          if (!grant) {
            expect(() => authorize(viewer, may, subject)).toThrow(Forbidden)
            return
          }
          expect(authorize(viewer, may, subject)).toBe(grant)
          expect(viewer.grants).toContain(grant)
          expect(relationFor(may, grant.role as Role)).toBeDefined()
          // Never by more than one would get without naming what it is about.
          expect(can(viewer, may)).toBe(true)
        },
      ),
    )
  })

  test('nothing is ever allowed in another county', () => {
    fc.assert(
      fc.property(
        anyViewer,
        anySubject,
        fc.constantFrom(...permissions),
        (viewer, subject, may) => {
          expect(can(viewer, may, { ...subject, countyId: '999999' })).toBe(false)
        },
      ),
    )
  })

  test('an administrator touches no case, whatever else is true of the case', () => {
    fc.assert(
      fc.property(
        anyViewer,
        anySubject,
        fc.constantFrom(...permissions),
        (viewer, subject, may) => {
          const grants = viewer.grants.filter((grant) => grant.role === 'SYSTEM_ADMIN')
          const allowed = can({ ...viewer, grants }, may, subject)
          if (/^(case|problem|plan|progress|measure|extension|acceptance|internal)\./.test(may)) {
            expect(allowed).toBe(false)
          }
        },
      ),
    )
  })
})
