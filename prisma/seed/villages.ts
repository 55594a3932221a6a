/** One invented village (演示): township, stem of its name, and where its case stands. */
export type DemoVillage = { township: string; stem: string }

/** Three batches of invented villages; with the two of the article they make 12 + 12 + 12. */
export const firstBatch: readonly DemoVillage[] = [
  { township: '450223100', stem: '云岫' },
  { township: '450223100', stem: '松筠' },
  { township: '450223102', stem: '澄溪' },
  { township: '450223103', stem: '疏桐' },
  { township: '450223104', stem: '揽翠' },
  { township: '450223105', stem: '枕流' },
  { township: '450223106', stem: '听涧' },
  { township: '450223106', stem: '沁芳' },
  { township: '450223201', stem: '棠溪' },
  { township: '450223202', stem: '竹韵' },
  { township: '450223203', stem: '杉海' },
]

export const secondBatch: readonly DemoVillage[] = [
  { township: '450223100', stem: '禾晏' },
  { township: '450223102', stem: '稻熙' },
  { township: '450223102', stem: '穗丰' },
  { township: '450223103', stem: '枫桥' },
  { township: '450223104', stem: '梨溪' },
  { township: '450223105', stem: '桃坞' },
  { township: '450223105', stem: '杏林' },
  { township: '450223106', stem: '莲湾' },
  { township: '450223201', stem: '荷风' },
  { township: '450223202', stem: '菱塘' },
  { township: '450223203', stem: '芦汀' },
]

/** How the third batch's villages stand on the day of the demo (third-batch.ts tells the rest). */
export const thirdBatch = {
  planning: { township: '450223202', stem: '苇岸' },
  planReview: { township: '450223102', stem: '霁岭' },
  green: { township: '450223103', stem: '岚坳' },
  greenToo: { township: '450223104', stem: '霞坪' },
  yellow: { township: '450223201', stem: '榕荫' },
  yellowToo: { township: '450223105', stem: '桂馥' },
  red: { township: '450223106', stem: '茶坞' },
  redToo: { township: '450223103', stem: '笋溪' },
  revising: { township: '450223100', stem: '柚香' },
  townshipAcceptance: { township: '450223201', stem: '橙乡' },
  countyAcceptance: { township: '450223104', stem: '星湾' },
  consolidating: { township: '450223203', stem: '月坞' },
} as const satisfies Record<string, DemoVillage>

/** Unlisted invented villages on which a visitor can try out a proposal. */
export const unlisted: readonly DemoVillage[] = [
  { township: '450223201', stem: '曦村' },
  { township: '450223201', stem: '朗坡' },
  { township: '450223103', stem: '晓田' },
  { township: '450223103', stem: '沐溪' },
]

/** Unlisted invented villages that publish commitments too, so that the public page can be on. */
export const committing: readonly DemoVillage[] = [
  { township: '450223203', stem: '砚溪' },
  { township: '450223203', stem: '绮里' },
  { township: '450223203', stem: '璧沙' },
]

/** 象州县: one batch, invented throughout. */
export const neighbourBatch: readonly DemoVillage[] = [
  { township: '451322101', stem: '鹭洲' },
  { township: '451322101', stem: '雁回' },
  { township: '451322102', stem: '鹊桥' },
  { township: '451322102', stem: '獭溪' },
]
