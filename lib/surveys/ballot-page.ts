import { createHash } from 'node:crypto'
import { type Answer, answerNames, answers as codes } from './rules'

/*
 * The page a villager opens: plain HTML, no script, no picture, large type, in Chinese alone. Its
 * one style sheet stands in the page under its own hash.
 */
const style = `
*{box-sizing:border-box}
body{margin:0;background:#f5f5f4;color:#1c1917;font:20px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.35;margin:.5rem 0 .75rem;text-wrap:balance}
p{margin:.5rem 0}
.note{font-size:.9rem;color:#44403c}
fieldset{border:0;margin:1rem 0;padding:1rem;background:#fff;border-radius:.75rem;box-shadow:0 1px 2px #0002}
legend{float:left;width:100%;font-weight:700;padding:0;margin:0 0 .6rem}
.choices{clear:both;display:grid;grid-template-columns:1fr 1fr;gap:.6rem}
label.choice{position:relative;display:block}
label.choice input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
label.choice span{display:flex;align-items:center;justify-content:center;min-height:3.5rem;border:2px solid #78716c;border-radius:.6rem;padding:.25rem}
label.choice input:checked+span{background:#b3261e;border-color:#b3261e;color:#fff;font-weight:700}
label.choice input:checked+span::before{content:"✓";margin-inline-end:.4rem}
label.choice input:focus-visible+span{outline:3px solid #1d4ed8;outline-offset:2px}
textarea{width:100%;min-height:5.5rem;font:inherit;padding:.6rem;border:2px solid #78716c;border-radius:.6rem}
button{width:100%;min-height:3.75rem;font:inherit;font-weight:700;font-size:1.2rem;color:#fff;background:#b3261e;border:0;border-radius:.75rem}
button:focus-visible,textarea:focus-visible{outline:3px solid #1d4ed8;outline-offset:2px}
.warn{background:#fef3c7;border:2px solid #b45309;border-radius:.75rem;padding:.75rem 1rem}
.word{background:#fff;border-radius:.75rem;padding:2rem 1.25rem;margin-top:2rem;text-align:center}
.word h1{margin-top:0}
@media (prefers-contrast:more){label.choice span,textarea{border-color:#000}}
`

const hash = createHash('sha256').update(style).digest('base64')

/** No cookie, nothing kept, nothing loaded from anywhere, no address told to others. */
export const ballotHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
}

const label: Record<Answer, string> = {
  SATISFIED: '满意',
  BASIC: '基本满意',
  DISSATISFIED: '不满意',
  UNKNOWN: '不了解',
}

type Form = {
  village: string
  questions: readonly string[]
  wording: string
  endsOn: string
  /** What was ticked and written before the page came back. */
  given?: { answers: readonly number[]; wish: string }
  warning?: string
}

/** The ballot itself. */
export function ballotPage({ village, questions, wording, endsOn, given, warning }: Form): string {
  const [, month, day] = endsOn.split('-').map(Number)
  const fields = questions.map((question, index) => {
    const choices = answerNames.map((name) => {
      const code = codes[name]
      const checked = given?.answers[index] === code ? ' checked' : ''
      return `<label class="choice"><input type="radio" name="q${index}" value="${code}"${checked}><span>${label[name]}</span></label>`
    })
    return `<fieldset><legend>${index + 1}. ${safe(question)}</legend><div class="choices">${choices.join('')}</div></fieldset>`
  })
  return page(
    `${village}工作民意测评表`,
    `<h1>${safe(village)}工作民意测评表</h1>
<p>为了解您对本村工作的真实看法，请每项点选一个答案，大约半分钟。</p>
<p class="note">本表不记名，不追查填写人。没有选的项不计。请在${month}月${day}日前提交，每个码只能用一次。</p>
${warning ? `<p class="warn" role="alert">${safe(warning)}</p>` : ''}
<form method="post" autocomplete="off"><input type="hidden" name="w" value="${safe(wording)}">
${fields.join('\n')}
<fieldset><legend id="wish">您最希望解决的一件事（可不填）</legend><textarea name="wish" maxlength="500" aria-labelledby="wish">${safe(given?.wish ?? '')}</textarea></fieldset>
<button type="submit">提交</button></form>`,
  )
}

const words = {
  cast: ['已收到，谢谢您', '您的意见已经提交，不记名。现在可以关闭本页。'],
  used: [
    '这个码已经用过了',
    '每个码只能提交一次，先前提交的意见已经收到。如果不是您本人提交的，请告诉发放测评码的工作人员。',
  ],
  closed: ['这次测评已经结束', '谢谢您的关心。本次测评不再接收新的意见。'],
  unknown: [
    '没有找到这个码',
    '请重新扫描纸条上的二维码，或对照纸条逐个输入编码。仍然打不开，请找发放测评码的工作人员换一张。',
  ],
  wait: ['请稍后再试', '刚才的请求太多，请过十分钟再打开本页。您的码仍然有效。'],
  failed: ['暂时没有提交成功', '请过一会儿再试。您的码仍然有效，不会重复计票。'],
} as const

export type Word = keyof typeof words

/** A kind word instead of the ballot. */
export function wordPage(word: Word): string {
  const [title, text] = words[word]
  return page(title, `<div class="word"><h1>${title}</h1><p>${text}</p></div>`)
}

const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><meta name="format-detection" content="telephone=no">
<title>${safe(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body></html>`

export function safe(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
}
