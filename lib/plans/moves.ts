/**
 * The five moves (五招) of the article, under which every measure is filed: 落实整顿责任 ·
 * 选好配强班子 · 增强服务能力 · 强化宗旨意识 · 健全长效机制.
 */
export const moves = ['RESPONSIBILITY', 'TEAM', 'SERVICE', 'PURPOSE', 'MECHANISM'] as const

export type Move = (typeof moves)[number]
