/** `12`, `12.5`, `12.34`: points of a score sheet. */
export const isPoints = (value: string) => /^\d{1,3}(\.\d{1,2})?$/.test(value)

/** Hundredths as points: 1234 is `12.34`; null, which does not apply, is a dash. */
export const pointsOf = (hundredths: number | null) =>
  hundredths === null ? '—' : (hundredths / 100).toFixed(2)
