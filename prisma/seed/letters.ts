import { answerRequest, raiseRequest, routeRequest } from '@/lib/coordination/commands'
import { addDays, type Day } from '@/lib/dates'
import { answerInstruction, recordInstruction } from '@/lib/instructions/commands'
import { as, officeOf, type Telling } from './context'

type Cases = { answered: string; overdue: string; raised: string; instructed: string }

/**
 * What townships asked of the county in the third batch: one answered and waiting for the township,
 * one overdue at its department, one still to be sent on; and two instructions of a county leader,
 * one waiting for its department, one answered.
 */
export async function tellLetters(telling: Telling, cases: Cases, today: Day) {
  const day = (offset: number) => addDays(today, offset)
  const organisation = (name: string) => telling.organisations.get(name) ?? ''

  const bridge = await raiseRequest(await as(telling, 'township-jiangkou', day(-24)), {
    caseId: cases.answered,
    title: '进村便桥改造资金缺口',
    request:
      '进村便桥已评为危桥，改造预算 38 万元，乡村两级已筹 22 万元，缺口 16 万元，请县里协调列入年度危桥改造计划。',
  })
  await routeRequest(await as(telling, officeOf(telling), day(-22)), {
    requestId: bridge,
    version: 1,
    departmentId: organisation('鹿寨县交通运输局'),
    dueOn: day(-4),
    note: '请实地核查，明确是否列入计划。',
  })
  await answerRequest(await as(telling, 'helper-5', day(-6)), {
    requestId: bridge,
    version: 2,
    answer: '已实地核查，列入本年度危桥改造第二批计划，补助 16 万元，下月进场施工。',
  })

  const forest = await raiseRequest(await as(telling, 'township-450223106', day(-30)), {
    caseId: cases.overdue,
    title: '与邻村林地权属争议',
    request:
      '与邻村约 120 亩林地界址不清，群众多次到乡镇反映，乡镇调解三次未达成一致，请县里组织确权勘界。',
  })
  await routeRequest(await as(telling, officeOf(telling), day(-27)), {
    requestId: forest,
    version: 1,
    departmentId: organisation('鹿寨县林业局'),
    dueOn: day(-7),
    note: '请牵头组织勘界，提出调处意见。',
  })

  await raiseRequest(await as(telling, 'township-zhaisha', day(-1)), {
    caseId: cases.raised,
    title: '闲置校舍产权移交',
    request: '村原小学校舍闲置多年，拟改建为村集体加工车间，产权仍在县里，请协调移交村集体使用。',
  })

  const orchard = await recordInstruction(await as(telling, 'county-leader', day(-20)), {
    caseId: cases.instructed,
    givenOn: day(-20),
    text: '请农业农村局派技术员驻村一周，把果园管护问题逐户摸清。',
    organisationId: organisation('鹿寨县农业农村局'),
    dueOn: day(-6),
  })
  await answerInstruction(await as(telling, 'helper-agriculture', day(-9)), {
    instructionId: orchard,
    version: 1,
    answer: '已派两名技术员驻村 5 天，走访果农 41 户，列出管护问题清单并逐户指导。',
  })

  await recordInstruction(await as(telling, 'county-leader', day(-3)), {
    caseId: cases.instructed,
    givenOn: day(-3),
    text: '产业项目是这个村转化的关键，请农业农村局逐项对照方案抓紧落实，有困难及时报告。',
    organisationId: organisation('鹿寨县农业农村局'),
    dueOn: day(8),
  })
}
