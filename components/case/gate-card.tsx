import { Card } from '@/components/ui/card'
import { GateList } from '@/components/ui/gate-list'
import type { FixPlace, GateItem } from '@/lib/cases/gate'
import type { GateName } from '@/lib/cases/workflow'
import { type ExceptionOf, useGateWords } from './gate-words'

type GateCardProps = {
  caseId: string
  villageId: string
  gate: GateName
  items: readonly GateItem[]
  exceptions?: readonly ExceptionOf[]
  /** The list as it stood when the case was closed: no way to fix anything any more. */
  stood?: boolean
}

const marks = { holds: 'ok', missing: 'no', excepted: 'excepted', notUsed: 'off' } as const

/** "Cannot … because": every criterion of a gate, what is missing and where it is put right. */
export function GateCard(props: GateCardProps) {
  const { caseId, villageId, gate, items, exceptions = [], stood } = props
  const words = useGateWords()
  const places: Record<FixPlace, string> = {
    measures: `/cases/${caseId}/plan`,
    problems: `/cases/${caseId}#problems`,
    village: `/villages/${villageId}`,
    regulations: `/villages/${villageId}/regulations`,
    responsibility: `/cases/${caseId}/responsibility`,
    commitments: `/cases/${caseId}/commitments`,
    acceptance: `/cases/${caseId}/acceptance`,
    surveys: `/cases/${caseId}/supervision#surveys`,
    notices: `/cases/${caseId}/supervision#notices`,
  }
  const why = (item: GateItem) => {
    if (item.state === 'notUsed') return words.t('notUsed')
    if (item.state === 'holds') return words.measured(item)
    const by = exceptions.find((exception) => exception.criterion === item.code)
    return item.state === 'excepted' && by
      ? `${words.missing(item.missing)}${words.t('separator')}${words.exception(by)}`
      : words.missing(item.missing)
  }
  return (
    <Card title={<GateTitle gate={gate} items={items} stood={stood} />} id="gate">
      <GateList
        items={items.map((item) => ({
          state: marks[item.state],
          label: words.criterion(item.code),
          why: why(item),
          ...(item.state === 'missing' &&
            !stood && { href: places[item.fix], action: words.t(`fix.${item.fix}`) }),
        }))}
      />
    </Card>
  )
}

type GateTitleProps = { gate: GateName; items: readonly GateItem[]; stood?: boolean }

/** "还不能申请验收：7 条中 3 条未满足": criteria that are switched off are not counted. */
function GateTitle({ gate, items, stood }: GateTitleProps) {
  const { t } = useGateWords()
  const count = (state: GateItem['state']) => items.filter((item) => item.state === state).length
  const total = items.length - count('notUsed')
  const verb = t(`verb.${gate}`)
  const [missing, excepted] = [count('missing'), count('excepted')]
  if (stood) return t('stood', { verb, total })
  if (missing > 0) return t('closed', { verb, total, missing })
  return excepted > 0
    ? t('openWithExceptions', { verb, total, excepted })
    : t('open', { verb, total })
}
