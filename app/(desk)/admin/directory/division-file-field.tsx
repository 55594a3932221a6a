'use client'
import { type ReactNode, useState } from 'react'
import { FileField } from '@/components/form/fields'
import { type DivisionFile, parseDivisions } from '@/lib/directory/divisions'
import { tableText } from '@/lib/directory/text'
import { DivisionPreview, type PreviewWords } from './division-preview'

type DivisionFileFieldProps = {
  county: string
  /** Official names of the county's villages by code, to tell new from renamed. */
  known: Record<string, string>
  label: string
  hint: ReactNode
  words: PreviewWords
}

/** The file, and what would become of each of its lines, shown before anything is sent. */
export function DivisionFileField({ county, known, label, hint, words }: DivisionFileFieldProps) {
  const [file, setFile] = useState<DivisionFile | null>(null)
  async function look(chosen: File | undefined) {
    if (!chosen) return setFile(null)
    const text = tableText(await chosen.arrayBuffer())
    setFile(parseDivisions(text, { county, others: 'skip' }))
  }
  return (
    <>
      <div
        onChange={(event) => {
          const { target } = event
          if (target instanceof HTMLInputElement) void look(target.files?.[0])
        }}
      >
        <FileField name="file" label={label} hint={hint} accept=".csv,text/csv,text/plain" />
      </div>
      {file ? <DivisionPreview file={file} known={known} words={words} /> : null}
    </>
  )
}
