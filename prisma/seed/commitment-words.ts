import type { CommitmentLevel, CommitmentPosition } from '@/prisma/generated/enums'

export type CommitmentWords = {
  position: CommitmentPosition
  memberCount?: number
  text: string
  yardstick: string
  evidence: string
  reason: string
}

/** What townships, secretaries and party members of invented villages promise. Invented. */
export const commitmentWords: Record<CommitmentLevel, readonly CommitmentWords[]> = {
  TOWNSHIP: [
    {
      position: 'TOWNSHIP_COMMITTEE',
      text: '每月到村研究一次村级工作，帮助解决资金、项目等实际困难不少于两件。',
      yardstick: '有会议记录，两件困难有办结材料。',
      evidence: '到村专题研究 6 次，协调落实饮水管网和公开栏改建资金。',
      reason: '查阅会议记录和项目资料，两件困难均已办结。',
    },
    {
      position: 'TOWNSHIP_SECRETARY',
      text: '每季度到村讲一次党课，走访党员群众不少于 10 户，当场答复能办的事。',
      yardstick: '有党课签到和走访记录，答复事项有结果。',
      evidence: '讲党课 2 次，走访 23 户，答复事项 9 件，办结 9 件。',
      reason: '走访群众核实，答复事项均已办结。',
    },
  ],
  SECRETARY: [
    {
      position: 'VILLAGE_SECRETARY',
      text: '每月 5 日前在公开栏张贴上月村级收支，群众有疑问的三天内答复。',
      yardstick: '公开栏按月张贴，疑问有答复记录。',
      evidence: '按月张贴收支 6 次，答复疑问 4 件，均有记录。',
      reason: '现场查看公开栏，查阅答复记录，群众认可。',
    },
    {
      position: 'VILLAGE_SECRETARY',
      text: '年内修通屯级道路 1.2 公里，解决两个屯行路难。',
      yardstick: '道路通车并经村民代表验收。',
      evidence: '道路已通车，村民代表 15 人到场验收。',
      reason: '现场查看，道路已通车。',
    },
    {
      position: 'VILLAGE_SECRETARY',
      text: '每月召开一次党员大会或支部委员会，重大事项一律按“四议两公开”办理。',
      yardstick: '会议记录齐全，重大事项决议和结果均公开。',
      evidence: '召开会议 7 次，3 件重大事项按程序办理并公开。',
      reason: '查阅会议记录和公示照片，程序完整。',
    },
  ],
  MEMBER: [
    {
      position: 'MEMBERS_WITHOUT_OFFICE',
      memberCount: 18,
      text: '每名党员联系 5 户群众，每月上门一次，帮助反映和解决困难。',
      yardstick: '有联系户名册，群众评价满意。',
      evidence: '18 名党员联系 90 户，反映困难 21 件，解决 19 件。',
      reason: '抽查 12 户，均知晓联系党员。',
    },
    {
      position: 'MEMBERS_IN_OFFICE',
      memberCount: 6,
      text: '带头遵守村规民约，不参与本人及亲属承揽村级工程。',
      yardstick: '村务监督委员会全年监督无反映。',
      evidence: '村务监督委员会核查村级工程 2 项，未发现承揽情况。',
      reason: '查阅监督记录，走访群众无反映。',
    },
  ],
}
