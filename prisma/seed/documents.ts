import { addDays, type Day } from '@/lib/dates'
import { publishDocument } from '@/lib/documents/commands'
import { publishDocumentInput } from '@/lib/documents/schema'
import { as, officeOf, type Telling } from './context'

const unknown = '本库未收录原文，只载标题和报道的有关表述。'

/** What the article names, by title, with its own words about it and nothing else. */
const named = [
  {
    title: '加强基层党组织建设意见',
    issuer: '鹿寨县（报道未载发文单位）',
    text: `${unknown}\n报道载：先后出台《加强基层党组织建设意见》、《开展民主评议党员工作》等文件，有力提升软弱涣散党组织党建工作的制度化、规范化水平。`,
    moves: ['RESPONSIBILITY', 'TEAM', 'MECHANISM'],
    readerRoles: ['TOWNSHIP'],
  },
  {
    title: '开展民主评议党员工作',
    issuer: '鹿寨县（报道未载发文单位）',
    text: `${unknown}\n报道载：先后出台《加强基层党组织建设意见》、《开展民主评议党员工作》等文件。`,
    moves: ['PURPOSE'],
  },
  {
    title: '鹿寨县村干部“十要十不要”行为准则',
    issuer: '鹿寨县（报道未载发文单位）',
    text: `${unknown}\n报道载：下发《鹿寨县村干部“十要十不要”行为准则》，让村干部有章可循，提升服务群众的意识和能力，巩固整顿成果。`,
    moves: ['MECHANISM'],
    regulationCodes: ['CONDUCT_CODE'],
  },
]

/** Invented for the demonstration and marked so. */
const invented = [
  {
    title: '关于健全村级制度的通知（演示）',
    documentNo: '鹿组通〔演示〕8号',
    text: '一、各村（社区）党组织对照清单，健全党员管理、村务公开、党风廉政建设、一事一议、村级财务管理等制度。\n二、制度由党员大会、村民代表会议讨论通过，在村务公开栏张贴。\n三、乡镇党委负责核对，一次登记，不再另行报表。',
    moves: ['MECHANISM'],
    regulationCodes: ['MEMBER_MANAGEMENT', 'AFFAIRS_DISCLOSURE', 'VILLAGE_FINANCE'],
    readerRoles: ['TOWNSHIP', 'WORK_TEAM'],
  },
  {
    title: '村级组织办公经费下拨办法（演示）',
    documentNo: '鹿组通〔演示〕12号',
    text: '一、按村（社区）所辖人口总数划分为三个档次，每年分别下拨 1.7 万元、1.6 万元、1.5 万元。\n二、“空壳”村（无集体经济收入）每年另补 2000 元。\n三、人口分档由县里在整顿规则中确定。',
    moves: ['SERVICE'],
  },
]

/** The library of the county, published over the last half year. */
export async function tellDocuments(telling: Telling, today: Day) {
  const all = [
    ...named.map((content) => ({ content, demo: false })),
    ...invented.map((content) => ({
      content: { issuer: '中共鹿寨县委组织部', ...content },
      demo: true,
    })),
  ]
  for (const [index, { content, demo }] of all.entries()) {
    const office = await as(telling, officeOf(telling), addDays(today, index * 40 - 190))
    await publishDocument(office, publishDocumentInput.parse(content), demo)
  }
}
