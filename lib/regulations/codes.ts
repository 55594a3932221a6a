/**
 * The regulations a village must have and keep, as the article names them; which of them a batch
 * requires stands in its rule set. Their English names are in the messages (`terms.regulation`).
 */
export const regulationTitles = {
  MEMBER_MANAGEMENT: '党员管理制度',
  AFFAIRS_DISCLOSURE: '村务公开管理制度',
  CLEAN_GOVERNMENT: '党风廉政建设制度',
  ONE_MATTER_ONE_DISCUSSION: '村一事一议制度',
  VILLAGE_FINANCE: '村级财务管理制度',
  CONDUCT_CODE: '村干部“十要十不要”行为准则',
} as const

export type RegulationCode = keyof typeof regulationTitles

export const regulationCodes = Object.keys(regulationTitles) as [
  RegulationCode,
  ...RegulationCode[],
]
