import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDivisions } from '@/lib/directory/divisions'
import { inventedName } from '@/prisma/seed/people'
import {
  committing,
  firstBatch,
  neighbourBatch,
  secondBatch,
  thirdBatch,
  unlisted,
} from '@/prisma/seed/villages'

const { rows } = parseDivisions(readFileSync('prisma/data/guangxi-divisions.csv', 'utf8'))
const listed = [...firstBatch, ...secondBatch, ...Object.values(thirdBatch)]
const invented = [...listed, ...unlisted, ...committing, ...neighbourBatch]

test('34 invented villages make 36 with the two of the article', () => {
  expect(listed).toHaveLength(34)
  expect(new Set(invented.map((village) => village.stem)).size).toBe(invented.length)
})

test('no stem of an invented village occurs in the real directory of Guangxi', () => {
  const real = rows.map((row) => row.villageName).join('\n')
  expect(rows.length).toBeGreaterThan(16_000)
  expect(invented.filter((village) => real.includes(village.stem))).toEqual([])
})

test('every invented village lies in a real township of its county', () => {
  const townships = new Set(rows.map((row) => row.townshipCode))
  expect(invented.filter((village) => !townships.has(village.township))).toEqual([])
})

test('different numbers never share an invented name', () => {
  const names = Array.from({ length: 2_000 }, (_, number) => inventedName(number))
  expect(new Set(names).size).toBe(names.length)
})
