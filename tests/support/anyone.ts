import fc from 'fast-check'
import type { Subject } from '@/lib/access/relations'
import { boundRoles, roles } from '@/lib/access/roles'
import type { Viewer } from '@/lib/access/viewer-types'

/** Few of each, so that random people and cases often meet. */
const counties = ['450223', '451322'] as const
const townships = ['450223201', '450223103', '451322101']
const organisations = ['o1', 'o2', 'o3']
const cases = ['k1', 'k2', 'k3']
const users = ['u1', 'u2', 'u3']

/** Any person with any appointments and bonds, in one of two counties. */
export const anyViewer: fc.Arbitrary<Viewer> = fc.record({
  userId: fc.constantFrom(...users),
  account: fc.constant('someone'),
  name: fc.constant('某某'),
  countyId: fc.constantFrom(...counties),
  countyName: fc.constant('某县'),
  grants: fc.array(
    fc.record({
      role: fc.constantFrom(...roles),
      organisationId: fc.constantFrom(...organisations),
      organisationName: fc.constant('某单位'),
      townshipId: fc.option(fc.constantFrom(...townships)),
    }),
    { maxLength: 4 },
  ),
  bonds: fc.array(
    fc.record({
      role: fc.constantFrom(...boundRoles),
      caseId: fc.constantFrom(...cases),
      organisationId: fc.option(fc.constantFrom(...organisations)),
    }),
    { maxLength: 4 },
  ),
  today: fc.constant('2026-03-10'),
  origin: fc.constant('USER' as const),
  demo: fc.boolean(),
  sessionId: fc.constant(null),
})

/** Anything a permission may be asked about. */
export const anySubject: fc.Arbitrary<Subject> = fc.record(
  {
    countyId: fc.constantFrom(...counties),
    townshipId: fc.option(fc.constantFrom(...townships)),
    caseId: fc.constantFrom(...cases),
    addresseeId: fc.option(fc.constantFrom(...organisations)),
    measure: fc.record({
      organisationId: fc.option(fc.constantFrom(...organisations)),
      personUserId: fc.option(fc.constantFrom(...users)),
    }),
  },
  { requiredKeys: ['countyId'] },
)
