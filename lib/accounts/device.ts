const browsers: readonly [name: string, mark: RegExp][] = [
  ['WeCom', /wxwork/i],
  ['WeChat', /micromessenger/i],
  ['360', /qihu|360se|360ee/i],
  ['Edge', /edg[ea]?\//i],
  ['QQ', /qqbrowser/i],
  ['Firefox', /firefox|fxios/i],
  ['Chrome', /chrome|crios/i],
  ['Safari', /safari/i],
]

const systems: readonly [name: string, mark: RegExp][] = [
  ['HarmonyOS', /harmonyos|openharmony/i],
  ['Android', /android/i],
  ['iPhone', /iphone/i],
  ['iPad', /ipad/i],
  ['Windows', /windows/i],
  ['macOS', /macintosh/i],
  ['Linux', /linux|x11/i],
]

/** A browser's own description as people recognise it (`Edge · Windows`); empty when unknown. */
export function deviceOf(userAgent: string): string {
  const name = (list: typeof browsers) => list.find(([, mark]) => mark.test(userAgent))?.[0]
  return [name(browsers), name(systems)].filter(Boolean).join(' · ')
}
