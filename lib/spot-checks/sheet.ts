import { z } from 'zod'

/** How a question of a sheet is answered. */
export const questionKinds = ['YES_NO', 'CHOICE', 'NUMBER', 'TEXT'] as const

/**
 * One question of an inspection's sheet. `code` names its answer and stays the same when the wording
 * changes; `options` belong to CHOICE alone.
 */
export const question = z
  .object({
    code: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
    kind: z.enum(questionKinds),
    text: z.string().trim().min(2).max(500),
    hint: z.string().trim().max(500).default(''),
    options: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
    required: z.boolean().default(true),
  })
  .refine((one) => (one.kind === 'CHOICE' ? one.options.length >= 2 : one.options.length === 0), {
    path: ['options'],
    error: 'sheetOptions',
  })

/** The sheet of a round; a check keeps its own copy from the day it was assigned. */
export const sheet = z
  .array(question)
  .max(60)
  .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, {
    error: 'sheetCodeTwice',
  })

export type Question = z.output<typeof question>
export type Sheet = z.output<typeof sheet>
/** Question code → answer. */
export type Answers = Record<string, string | number>

/** What a question accepts; `yes` and `no` for YES_NO, one of its options for CHOICE. */
function answerTo({ kind, options, required }: Question) {
  const given = {
    YES_NO: z.enum(['yes', 'no']),
    CHOICE: z.string().refine((value) => options.includes(value), { error: 'sheetOptionUnknown' }),
    NUMBER: z.coerce.number().min(0).max(100_000_000),
    TEXT: z.string().trim().min(1).max(10_000),
  }[kind]
  const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
  return z.preprocess(blank, required ? given : given.optional())
}

/** The answers to a sheet, each of its question's type; answers to no question of it are dropped. */
export const answersTo = (questions: Sheet) =>
  z
    .object(Object.fromEntries(questions.map((one) => [one.code, answerTo(one)])))
    .transform(
      (given) =>
        Object.fromEntries(
          Object.entries(given).filter(([, value]) => value !== undefined),
        ) as Answers,
    )

/** The sheet a county begins with; each round may change it. */
export const defaultSheet: Sheet = [
  choice('team', '村班子运转情况', ['正常', '基本正常', '不正常']),
  choice('measures', '现场抽看的整改措施与系统记录是否一致', ['一致', '部分一致', '不一致']),
  { ...plain('resident', 'YES_NO', '驻村工作队员是否在村履职'), required: true },
  { ...plain('helper', 'YES_NO', '结对帮扶单位近三个月是否到村'), required: true },
  choice('disclosure', '党务、村务、财务公开情况', ['按期公开', '公开不全', '未公开']),
  plain('asked', 'NUMBER', '询问党员群众人数'),
  plain('heard', 'TEXT', '党员群众反映的主要情况'),
]

function plain(code: string, kind: Question['kind'], text: string): Question {
  return { code, kind, text, hint: '', options: [], required: false }
}

function choice(code: string, text: string, options: string[]): Question {
  return { ...plain(code, 'CHOICE', text), options, required: true }
}
