import { answerRequest, raiseRequest, routeRequest } from '@/lib/coordination/commands'
import { addDays, type Day } from '@/lib/dates'
import { recordInstruction } from '@/lib/instructions/commands'
import { as, officeOf, type Telling } from './context'

type Cases = { answered: string; overdue: string; raised: string; instructed: string }

/**
 * What townships asked of the county in the third batch: one answered and waiting for the township,
 * one overdue at its department, one still to be sent on; and one instruction of a county leader.
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

  await recordInstruction(await as(telling, 'county-leader', day(-3)), {
    caseId: cases.instructed,
    givenOn: day(-3),
    text: '产业项目是这个村转化的关键，请农业农村局逐项对照方案抓紧落实，有困难及时报告。',
    organisationId: organisation('鹿寨县农业农村局'),
    dueOn: day(8),
  })
}
