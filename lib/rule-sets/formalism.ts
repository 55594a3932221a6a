/**
 * What state rules on grassroots digital formalism forbid to score by (design "Burden"): signing in
 * somewhere, time spent online, numbers of pictures, points, traces, and orders of people.
 */
export const formalisms = [
  'checkIn',
  'onlineTime',
  'photoCount',
  'points',
  'login',
  'traces',
  'ranking',
] as const

export type Formalism = (typeof formalisms)[number]

const patterns: Record<Formalism, RegExp> = {
  checkIn: /签到|打卡|点名|\b(check|clock)(ed|ing)?[\s-]?ins?\b/i,
  onlineTime:
    /(在线|上线|学习|停留|浏览)(时长|时间|率)|\bon[\s-]?line[\s-]?(time|hours?|minutes|duration|rate)\b|\b(time|hours?|minutes) (spent )?on[\s-]?line\b|\bscreen[\s-]?time\b/i,
  photoCount:
    /(照片|图片|截图|视频|影像)[^，。；]{0,4}(数|张|量|率|上传)|(上传|拍摄|报送)[^，。；]{0,4}(照片|图片|截图|视频)|\b(photo|picture|screenshot|video|image)s?[\s-]?(count|number|uploads?|uploaded|total)\b|\b(number|count) of (photo|picture|screenshot|video|image)s?\b/i,
  points:
    /积分|\b(activity|bonus|reward|learning|study|merit)[\s-]?points?\b|\bpoints? (earned|collected|gained|total|board)\b|^\s*points?\s*$/i,
  login:
    /登[录陆]|活跃(度|率|用户|天数)|安装率|下载(量|率)|关注率|点赞|阅读(量|率)|\blog(ged|ging)?[\s-]?(ins?|ons?)\b|\bsign(ed|ing)?[\s-]?ins?\b|\bactive (users?|days)\b/i,
  traces:
    /轨迹|留痕|痕迹|步数|定位(次数|率|打卡)|\bGPS\b|\bstep[\s-]?counts?\b|\b(movement|location) tracks?\b/i,
  ranking: /排名|排行|名次|末位|\bleader[\s-]?boards?\b|\brank(ed|ing|s)?\b/i,
}

/** Words of a name written together: `loginCount` is `login Count`. */
const apart = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ')

/** Which forbidden yardstick an indicator uses by its name, code, formula or source, if any. */
export function formalismOf(indicator: {
  code?: string
  formula?: string
  title?: { zh?: string; en?: string }
  source?: string
}): Formalism | undefined {
  const { code = '', formula = '', title = {}, source = '' } = indicator
  const texts = [apart(code), apart(formula), title.zh ?? '', title.en ?? '', source]
  return formalisms.find((kind) => texts.some((text) => patterns[kind].test(text)))
}
