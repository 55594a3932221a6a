/**
 * What a rule has against something: a code (a key of the messages namespace `errors`) and the
 * values its sentence needs. Rules return lists of these; an empty list means nothing stands
 * against it. Never a sentence: the screen speaks two languages.
 */
export type RuleMessage = { code: string; params?: Record<string, string | number> }
