const digits = '〇一二三四五六七八九'

/** 1 → 一, 12 → 十二, 20 → 二十, 35 → 三十五; from 100 on the figures themselves. */
export function chineseNumber(number: number): string {
  if (number < 1 || number > 99) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${ten}${ones === 0 ? '' : digits[ones]}`
}
