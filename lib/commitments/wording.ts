/**
 * Words that would tell of the rectification where a commitment is posted (design, "Burden" 7): the
 * label, the rectification itself, its closing and its registers.
 */
const tellingWords =
  /软弱涣散|整顿|销号|后进(?:村|党|基层)|薄弱(?:村|党|基层)|倒排|挂牌督办|重点挂号|摘帽|一村一策|rectif|weak and lax|strik\w* off/i

/** The first such word in a text; undefined when a villager may read it. */
export function tellingWordIn(text: string): string | undefined {
  return tellingWords.exec(text)?.[0]
}
