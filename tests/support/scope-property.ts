import fc from 'fast-check'
import type pg from 'pg'
import { newId } from '@/lib/ids'
import { plant } from './plant'
import { checkPerson } from './scope-checks'
import { anyScene } from './scope-model'
import { plantScene } from './scope-world'

/**
 * Random scenes on real PostgreSQL: the eight people of each look at everything at the same moment,
 * over shared connections, and must see exactly what the oracle says.
 */
export async function holdScope(owner: pg.Pool, numRuns: number): Promise<void> {
  const kindId = newId()
  await plant(owner, [
    [
      'problem_kinds',
      [
        {
          id: kindId,
          code: `K${kindId}`,
          category: 'WEAK',
          title_zh: '表现',
          title_en: 'kind',
          valid_from: '2014-01-01',
        },
      ],
    ],
  ])
  await fc.assert(
    fc.asyncProperty(anyScene, async (scene) => {
      const planted = await plantScene(owner, scene, kindId)
      const results = await Promise.allSettled(
        scene.people.map((_, index) => checkPerson(scene, planted, index)),
      )
      const failed = results.find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
    }),
    { numRuns },
  )
}
