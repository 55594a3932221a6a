/** Pictures unpacked at the same time; each may take as much memory as it has pixels. */
const atOnce = 2

let working = 0
const waiting: (() => void)[] = []

/** Runs some work when its turn comes: never more than `atOnce` together. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= atOnce) await new Promise<void>((go) => waiting.push(go))
  else working++
  try {
    return await work()
  } finally {
    // The place is handed on, not given up, when somebody waits for it.
    const next = waiting.shift()
    if (next) next()
    else working--
  }
}
