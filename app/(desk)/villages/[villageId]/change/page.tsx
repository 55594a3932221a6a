import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/choice-fields'
import { DateField } from '@/components/form/date-field'
import { HiddenField, SelectField, TextField } from '@/components/form/fields'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'
import { forPage, requireViewer } from '@/lib/access/viewer'
import { isOpen } from '@/lib/cases/workflow'
import { isId } from '@/lib/ids'
import { readSuccessors, readVillage } from '@/lib/villages/queries'
import { VillageKind } from '@/prisma/generated/enums'
import { EditHead } from '../edit-head'
import { changeCode, merge, rename, split } from './actions'

const kinds = { rename, changeCode, merge, split } as const
type Kind = keyof typeof kinds

type Props = {
  params: Promise<{ villageId: string }>
  searchParams: Promise<{ kind?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('villages'))('change') }
}

export default async function ChangePage({ params, searchParams }: Props) {
  const { villageId } = await params
  if (!isId(villageId)) notFound()
  const viewer = await requireViewer()
  const village = await forPage(readVillage(viewer, villageId))
  if (!village.mayChange) forbidden()
  const given = (await searchParams).kind
  const kind = (Object.keys(kinds) as Kind[]).find((one) => one === given) ?? 'rename'
  const successors = kind === 'merge' ? await forPage(readSuccessors(viewer, villageId)) : []
  const t = await getTranslations('villages')
  const terms = await getTranslations('terms.villageKind')
  const isListed = village.cases.some((kase) => isOpen(kase.stage))
  const here = `/villages/${village.id}`
  const named = kind === 'rename' || kind === 'split'
  return (
    <>
      <EditHead village={village} title={t('change')} />
      <p className="muted">{t('changeLead')}</p>
      <Tabs
        label={t('changeKind')}
        items={(Object.keys(kinds) as Kind[]).map((one) => ({
          label: t(one),
          href: `${here}/change?kind=${one}`,
          current: one === kind,
        }))}
      />
      {isListed ? <Notice>{t('openNote')}</Notice> : null}
      {kind === 'merge' ? <Notice>{t('mergeNote')}</Notice> : null}
      {kind === 'split' ? <Notice>{t('splitNote')}</Notice> : null}
      <Card narrow>
        <ActionForm
          key={kind}
          action={kinds[kind]}
          submit={t('record')}
          draft={`village-${kind}:${village.id}`}
          cancel={here}
        >
          <HiddenField name="villageId" value={village.id} />
          <HiddenField name="version" value={village.version} />
          {named ? (
            <TextField
              name="officialName"
              label={t(kind === 'rename' ? 'newOfficialName' : 'splitOfficialName')}
              hint={
                kind === 'rename'
                  ? t('newOfficialNameHint', { name: village.officialName })
                  : undefined
              }
              maxLength={60}
            />
          ) : null}
          {named ? (
            <SelectField
              name="kind"
              label={t('kind')}
              defaultValue={village.kind}
              blank={false}
              options={Object.values(VillageKind).map((value) => ({ value, label: terms(value) }))}
            />
          ) : null}
          {kind === 'changeCode' || kind === 'split' ? (
            <TextField
              name="code"
              label={t(kind === 'split' ? 'splitCode' : 'newCode')}
              hint={t(kind === 'split' ? 'splitCodeHint' : 'newCodeHint', {
                township: village.townshipId,
                code: village.code,
              })}
              inputMode="numeric"
              maxLength={12}
            />
          ) : null}
          {kind === 'merge' ? (
            <SelectField
              name="successorId"
              label={t('successor')}
              options={successors.map(({ id, name, township }) => ({
                value: id,
                label: name,
                group: township.name,
              }))}
            />
          ) : null}
          <div className="grid gap-5 sm:grid-cols-2">
            <DateField name="effectiveOn" label={t('effectiveOn')} max={viewer.today} />
            <TextField name="documentNo" label={t('documentNo')} maxLength={100} />
          </div>
          {kind === 'merge' && isListed ? (
            <CheckboxField name="carryCase" label={t('carryCase')} hint={t('carryCaseHint')} />
          ) : null}
        </ActionForm>
      </Card>
    </>
  )
}
