import { describe, expect, test } from 'vitest'
import { attachmentDisposition, safeName } from '@/lib/attachments/name'

describe('safeName', () => {
  test.each([
    ['验收评分表（盖章）.pdf', '验收评分表（盖章）.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\某\\扫描 件.pdf', '扫描 件.pdf'],
    ['..\u202Efdp.exe', 'fdp.exe'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
    ['...', 'file'],
    ['', 'file'],
  ])('%j becomes %j', (given, kept) => {
    expect(safeName(given)).toBe(kept)
  })

  test('is cut to 200 characters without losing its ending', () => {
    const name = safeName(`${'村'.repeat(300)}.pdf`)
    expect([...name]).toHaveLength(200)
    expect(name.endsWith('村.pdf')).toBe(true)
  })
})

test('a Chinese name survives the header, and nothing breaks out of it', () => {
  const header = attachmentDisposition('销号"表\\(1).pdf')
  expect(header).toBe(
    `attachment; filename="_____(1).pdf"; filename*=UTF-8''%E9%94%80%E5%8F%B7%22%E8%A1%A8%5C%281%29.pdf`,
  )
  expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe('销号"表\\(1).pdf')
})
