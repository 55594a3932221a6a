import { answerAppeal, appeal } from '@/lib/appraisals/appeal-commands'
import {
  announceAppraisal,
  openAppraisal,
  publishAppraisal,
  verifySheet,
} from '@/lib/appraisals/commands'
import { computeAppraisals } from '@/lib/appraisals/compute'
import { readAppraisal, readSheet } from '@/lib/appraisals/queries'
import { addDays, type Day, yearOf } from '@/lib/dates'
import { clearListing, listDirectly, replyToListing } from '@/lib/watch-list/commands'
import { proposeListings } from '@/lib/watch-list/propose'
import { as, officeOf, type Telling } from './context'

const second = 'county-office-2'

/**
 * The year of the second batch, published after an appeal; this year, computed and being verified. On
 * the key register one helper unit stands, one township was cleared, and the rules propose whom they
 * reach today.
 */
export async function tellAppraisals(telling: Telling, today: Day): Promise<void> {
  await tellPublished(telling, 2015)
  await tellOpen(telling, today)
  await tellRegister(telling, today)
}

/** This year's, verified but for one township. */
async function tellOpen(telling: Telling, today: Day): Promise<void> {
  const office = await as(telling, officeOf(telling), today)
  const id = await openAppraisal(office, { year: yearOf(today) })
  await computeAppraisals(today)
  const { sheets } = await readAppraisal(office, id)
  for (const [index, sheet] of sheets.entries()) {
    if (sheet.organisationName !== '寨沙镇党委') await tellVerified(telling, sheet.id, index, today)
  }
}

async function tellPublished(telling: Telling, year: number): Promise<void> {
  const day = (month: string) => `${year + 1}-${month}`
  const office = (on: Day) => as(telling, officeOf(telling), on)
  const id = await openAppraisal(await office(day('01-06')), { year })
  await computeAppraisals(day('01-07'))
  const { sheets } = await readAppraisal(await office(day('01-07')), id)
  for (const [index, sheet] of sheets.entries()) {
    await tellVerified(telling, sheet.id, index, day('01-08'))
  }
  const version = async (on: Day) => (await readAppraisal(await office(on), id)).appraisal.version
  const announced = day('01-11')
  await announceAppraisal(await office(announced), {
    appraisalId: id,
    version: await version(announced),
  })
  const unit = await as(telling, 'helper-5', day('01-14'))
  const own = (await readAppraisal(unit, id)).sheets[0]
  if (own) {
    await appeal(unit, {
      ...{ sheetId: own.id, code: 'contacts' },
      reason: '下半年三个月的走访台账因人员调整未及时移交，现已补交，请予核实。',
    })
    const answers = await as(telling, second, day('01-18'))
    const { appeals, values } = await readSheet(answers, own.id)
    const full = values.find(({ code }) => code === 'contacts')?.effective ?? 0
    await answerAppeal(answers, {
      ...{ appealId: appeals[0]?.id ?? '', version: 1, outcome: 'UPHELD' },
      corrected: Math.floor(full * 0.9),
      answer: '经核对补交的台账，三个月走访属实，一个月无记录，予以更正。',
    })
  }
  const published = day('01-25')
  await publishAppraisal(await office(published), {
    ...{ appraisalId: id, version: await version(published) },
    documentNo: `鹿组通〔${year + 1}〕3号（演示）`,
  })
}

const surnames = [...'韦覃黄莫罗蓝潘梁农卢石邓谭']
const given = [
  '建川',
  '文军',
  '春林',
  '志宏',
  '国华',
  '秀明',
  '德胜',
  '永宁',
  '新荣',
  '光远',
  '思源',
]

/** In those years visits were kept on paper. */
const onPaper = (full: number, late: boolean) =>
  late
    ? { score: Math.floor(full * 0.6), note: '走访记录为纸质台账，经核对缺三个月。' }
    : { score: full, note: '走访记录为纸质台账，经核对落实。' }

/** Every head is invented. */
async function tellVerified(telling: Telling, sheetId: string, index: number, on: Day) {
  const viewer = await as(telling, officeOf(telling), on)
  const { sheet, appraisal, values } = await readSheet(viewer, sheetId)
  const onPaperThen = appraisal.year < 2020
  const contacts = values.find(
    ({ code, score }) => onPaperThen && code === 'contacts' && score !== null,
  )
  const late = sheet.organisationName.includes('交通')
  const name = `${surnames[index % surnames.length]}${given[(index * 5 + 2) % given.length]}`
  const post = sheet.kind === 'TOWNSHIP' ? '党委书记' : '党组书记、局长'
  await verifySheet(viewer, {
    ...{ sheetId, version: sheet.version, note: '' },
    lines: contacts ? { contacts: onPaper(contacts.effective, late) } : {},
    heads: [{ name, post, from: appraisal.from, to: appraisal.to }],
  })
}

async function tellRegister(telling: Telling, today: Day): Promise<void> {
  const day = (offset: number) => addDays(today, offset)
  const office = (offset: number) => as(telling, officeOf(telling), day(offset))
  const organisation = (name: string) => telling.organisations.get(name) ?? ''
  const cleared = await listDirectly(await office(-80), {
    organisationId: organisation('江口乡党委'),
    memberName: '',
    reason: '第三季度两项整顿措施进展缓慢，提醒后仍未明确责任人。',
    measures: '由县委组织部约谈党委主要负责人，一个月内逐项明确责任人和时限。',
    basis: '部务会',
    reviewOn: day(-50),
  })
  await replyToListing(await as(telling, 'township-jiangkou', day(-76)), {
    listingId: cleared,
    text: '乡党委已召开专题会议，逐项明确责任人，每周调度一次。',
  })
  await clearListing(await office(-48), {
    ...{ listingId: cleared, version: 1, basis: '部务会' },
    reason: '两项措施均已落实，连续四周进展正常，同意摘牌。',
  })
  await listDirectly(await office(-12), {
    organisationId: organisation('鹿寨县卫生健康局'),
    memberName: '',
    reason: '帮扶措施逾期未完成，且未申请延期。',
    measures: '约谈分管负责人；两周内完成逾期措施或说明情况；连续一个月无逾期后摘牌。',
    basis: '部务会',
    reviewOn: day(18),
  })
  await proposeListings(today)
}
