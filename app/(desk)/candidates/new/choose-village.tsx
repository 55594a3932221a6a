import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/controls'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, wire } from '@/components/ui/field'
import { forPage } from '@/lib/access/viewer'
import type { Viewer } from '@/lib/access/viewer-types'
import { readProposableVillages } from '@/lib/cases/candidate-queries'

/** First step of a proposal: which village, by township; those with an open case are left out. */
export async function ChooseVillage({ viewer }: { viewer: Viewer }) {
  const t = await getTranslations('candidates')
  const townships = await forPage(readProposableVillages(viewer))
  if (townships.length === 0) {
    return (
      <Card>
        <EmptyState title={t('noVillage')} />
      </Card>
    )
  }
  const hint = t('chooseHint')
  return (
    <Card>
      <form action="/candidates/new" method="get" className="grid max-w-xl gap-4">
        <Field id="village" label={t('chooseVillage')} hint={hint}>
          <Select
            {...wire('village', { hint })}
            name="village"
            required
            blank={t('chooseVillage')}
            options={townships.flatMap((township) =>
              township.villages.map(({ id, name }) => ({
                value: id,
                label: name,
                group: township.name,
              })),
            )}
          />
        </Field>
        <div>
          <Button type="submit" tone="primary">
            {t('next')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
