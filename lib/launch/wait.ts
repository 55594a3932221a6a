/** Waits the given milliseconds without keeping the process alive. */
export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}

/** Asks again every `step` milliseconds until the answer is yes; false when time ran out. */
export async function until(
  milliseconds: number,
  step: number,
  holds: () => boolean | Promise<boolean>,
): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (await holds()) return true
    await new Promise((resolve) => setTimeout(resolve, step))
  }
  return false
}
