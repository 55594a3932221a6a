import { pinyin } from 'pinyin-pro'
import type { Division } from '@/lib/directory/divisions'

/**
 * The short name of a village or community from its official one: 新安村民委员会, 新安村委会 →
 * 新安村; 新村村委会 → 新村; 城东社区居委会, 永安东居委会 → 城东社区, 永安东社区. The source has
 * clipped endings (村委, 社区居委员), which are taken off too; a name without such an ending
 * (坛塘村, 里建农场生活区) stays.
 */
export function shortName(officialName: string, kind: Division['kind']): string {
  const name = officialName.trim()
  return kind === 'village' ? shortVillage(name) : shortCommunity(name)
}

function shortVillage(name: string): string {
  const stem = /^(.+?)村民?委(员?会|委会)?$/.exec(name)?.[1]
  if (stem === undefined) return name
  return stem.endsWith('村') ? stem : `${stem}村`
}

function shortCommunity(name: string): string {
  const community = /^(.+社区)(居.{0,4}|委员会)$/.exec(name)?.[1]
  if (community !== undefined) return community
  const stem = /^(.+?)居民?委(员?会)?$/.exec(name)?.[1]
  return stem === undefined ? name : `${stem}社区`
}

/**
 * What a name is found by besides itself: its pinyin without tones or spaces (ü as v) and the
 * initials, both in lower case: 新安村 → `xinancun`, `xac`. Letters and digits are kept.
 */
export function searchKeys(name: string): { pinyin: string; initials: string } {
  const parts = pinyin(name, { toneType: 'none', type: 'all', v: true, nonZh: 'consecutive' })
  const keep = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return {
    pinyin: parts.map((part) => keep(part.isZh ? part.pinyin : part.origin)).join(''),
    initials: parts.map((part) => keep(part.isZh ? part.pinyin.slice(0, 1) : part.origin)).join(''),
  }
}
