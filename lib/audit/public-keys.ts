/**
 * The keys in a file of public keys, one PEM block after the other: the present one first, then
 * those whose private half was lost and whose checkpoints must still be verified.
 */
export function publicKeysIn(text: string): string[] {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []
  return blocks.map((block) => `${block}\n`)
}
