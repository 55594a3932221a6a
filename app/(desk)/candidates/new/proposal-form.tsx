import { getLocale, getTranslations } from 'next-intl/server'
import { FindingRows } from '@/components/case/finding-rows'
import { ActionForm } from '@/components/form/action-form'
import { RadioField } from '@/components/form/choice-fields'
import { HiddenField } from '@/components/form/fields'
import { TextAreaField } from '@/components/form/text-area-field'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { forPage } from '@/lib/access/viewer'
import type { Viewer } from '@/lib/access/viewer-types'
import { readProposal } from '@/lib/cases/candidate-queries'
import { formatDay, formatNumber } from '@/lib/i18n/format'
import { propose } from './actions'

/** Second step: the findings; what the system knows of the village is shown, never asked again. */
export async function ProposalForm({ viewer, villageId }: { viewer: Viewer; villageId: string }) {
  const t = await getTranslations('candidates')
  const locale = await getLocale()
  const { village, hasOpenCase, earlier, kinds, byTownship } = await forPage(
    readProposal(viewer, villageId),
  )
  const back = <TextLink href="/candidates/new">{t('changeVillage')}</TextLink>
  if (hasOpenCase) {
    return (
      <Notice tone="warn" title={village.name} action={back}>
        {t('hasOpen')}
      </Notice>
    )
  }
  const figure = (value: number | null) => (value === null ? t('unknown') : formatNumber(value))
  const facts = t('facts', {
    population: figure(village.population),
    members: figure(village.partyMembers),
  })
  return (
    <>
      {earlier ? (
        <Notice
          tone="warn"
          title={t('earlierTitle')}
          action={<TextLink href={`/cases/${earlier.id}`}>{t('seeEarlier')}</TextLink>}
        >
          {t('earlier', {
            batch: earlier.batch,
            closedOn: earlier.closedOn ? formatDay(earlier.closedOn, locale) : '',
          })}
        </Notice>
      ) : null}
      <Card title={`${village.township.name} ${village.name}`} aside={back}>
        <p className="muted pb-4 text-md">{facts}</p>
        <ActionForm
          action={propose}
          submit={t('submit')}
          draft={`propose:${village.id}`}
          cancel="/candidates"
        >
          <HiddenField name="villageId" value={village.id} />
          {earlier ? (
            <RadioField
              name="relapse"
              label={t('relapseQuestion')}
              options={[
                { value: 'yes', label: t('relapseYes') },
                { value: 'no', label: t('relapseNo') },
              ]}
            />
          ) : null}
          <FindingRows
            kinds={kinds}
            label={t('findingsTitle')}
            min={1}
            asksTownship={!byTownship}
          />
          <TextAreaField
            name="proposal"
            label={t('proposal')}
            hint={t('proposalHint')}
            rows={4}
            optional
          />
        </ActionForm>
      </Card>
    </>
  )
}
