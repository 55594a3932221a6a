import { readdirSync, readFileSync } from 'node:fs'
import compile from 'icu-minify/compile'
import { describe, expect, test } from 'vitest'
import { namespaces } from '@/lib/i18n/namespaces'

const folder = new URL('../../lib/i18n/messages/', import.meta.url)
const languages = ['zh-CN', 'en'] as const

/** All messages of a file: dotted key → text. */
function messagesOf(language: string, file: string): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string[]) => {
    if (typeof value === 'string') found.set(path.join('.'), value)
    else for (const [key, inner] of Object.entries(value ?? {})) walk(inner, [...path, key])
  }
  walk(JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')), [])
  return found
}

/** Names of the values and tags that a message uses, also inside its branches. */
function argumentsOf(text: string): string[] {
  const found = new Set<string>()
  const walk = (message: unknown) => {
    for (const part of Array.isArray(message) ? message : []) {
      if (!Array.isArray(part)) continue
      const [name, kind, branches] = part
      found.add(name)
      if (typeof kind !== 'number') walk(part.slice(1))
      else if (typeof branches === 'object') Object.values(branches).forEach(walk)
    }
  }
  walk(compile(text))
  return [...found].sort()
}

const files = readdirSync(new URL('zh-CN/', folder))

test('every namespace has its file in both languages, and no file is left over', () => {
  const expected = namespaces.map((name) => `${name}.json`).sort()
  for (const language of languages) {
    expect(readdirSync(new URL(`${language}/`, folder)).sort()).toEqual(expected)
  }
})

describe.each(files)('%s', (file) => {
  const [zh, en] = languages.map((language) => messagesOf(language, file)) as [
    Map<string, string>,
    Map<string, string>,
  ]

  test('has the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  })

  test('uses the same values in both languages', () => {
    const values = (messages: Map<string, string>) =>
      Object.fromEntries([...messages].map(([key, text]) => [key, argumentsOf(text)]))
    expect(values(en)).toEqual(values(zh))
  })

  test('has no empty text', () => {
    const empty = [...zh, ...en].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  test('has full-width punctuation between Chinese characters', () => {
    const half = /\p{Script=Han}\s*[,;:?!()]|[,;:?!()]\s*\p{Script=Han}/u
    const bare = (text: string) => text.replace(/\{\w+, (?:number|plural|select)[^{}]*/g, '{')
    expect([...zh].filter(([, text]) => half.test(bare(text)))).toEqual([])
  })
})
