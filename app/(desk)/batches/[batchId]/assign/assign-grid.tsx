// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on a phone drops the native roles
'use client'
import { useRef } from 'react'
import { useField } from '@/components/form/form-context'
import { Card } from '@/components/ui/card'
import type { Option } from '@/components/ui/controls'
import { Errors } from '@/components/ui/field'
import { TextLink } from '@/components/ui/link'
import { gridSlots } from '@/lib/assignments/grid-rules'
import type { Slot } from '@/lib/assignments/rules'
import type { GridChoices, GridTownship, GridVillage, GridWords } from './grid-data'
import { SameForAll } from './same-for-all'
import { SlotCell } from './slot-cell'

type AssignGridProps = { townships: GridTownship[]; choices: GridChoices; words: GridWords }

/** Villages × slots, township by township. */
export function AssignGrid({ townships, choices, words }: AssignGridProps) {
  return (
    <>
      <datalist id="names-of-teams">
        <Names names={choices.inTeams} />
      </datalist>
      {townships.map((township) => (
        <Township key={township.id} township={township} choices={choices} words={words} />
      ))}
    </>
  )
}

type TownshipProps = { township: GridTownship; choices: GridChoices; words: GridWords }

function Township({ township, choices, words }: TownshipProps) {
  const { id, name, villages } = township
  const body = useRef<HTMLTableSectionElement>(null)
  const optionsOf = (slot: Slot): Option[] =>
    slot === 'TOWNSHIP_LEADER' || slot === 'TOWNSHIP_OFFICER' ? [] : choices[slot]
  const names = (slot: Slot) => (slot === 'WORK_TEAM' ? 'names-of-teams' : `names-of-${id}`)
  return (
    <Card title={name} flush>
      <datalist id={`names-of-${id}`}>
        <Names names={choices.inTownship.filter(({ group }) => group === id)} />
      </datalist>
      {villages.length > 1 ? (
        <div className="border-b border-line px-4 pb-3">
          <SameForAll
            cells={body}
            township={name}
            optionsOf={optionsOf}
            names={names}
            words={words}
          />
        </div>
      ) : null}
      <table role="table" className="table table-cards sm:table-fixed">
        <caption className="sr-only">{name}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="w-[11%]">
              {words.village}
            </th>
            {gridSlots.map((slot) => (
              <th key={slot} role="columnheader" scope="col" className="whitespace-normal!">
                {words.slots[slot]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          {villages.map((village) => (
            <tr key={village.id} role="row">
              <td role="cell" data-head={words.village} data-main="">
                <VillageName village={village} />
              </td>
              {gridSlots.map((slot) => (
                <td key={slot} role="cell" data-head={words.slots[slot]}>
                  <SlotCell
                    caseId={village.id}
                    village={village.name}
                    slot={slot}
                    cell={village.cells[slot]}
                    options={optionsOf(slot)}
                    names={names(slot)}
                    words={words}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** The village, and below it why nothing can be done for it as a whole. */
function VillageName({ village: { id, name } }: { village: GridVillage }) {
  const { id: field, errors } = useField(`cases.${id}`)
  return (
    <div data-field={`cases.${id}`} data-invalid={errors.length > 0 || undefined}>
      <TextLink href={`/cases/${id}/responsibility`}>{name}</TextLink>
      <Errors id={field} errors={errors} />
    </div>
  )
}

function Names({ names }: { names: Option[] }) {
  return names.map(({ value, label }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
    <option key={index} value={value}>
      {label}
    </option>
  ))
}
