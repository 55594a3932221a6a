import { createHash } from 'node:crypto'
import QRCode from 'qrcode'
import { safe } from './ballot-page'

/*
 * What is handed out: an A4 sheet of ten slips with lines to cut along, or a list of links. Made once
 * from the answer that issued the tokens; a second call of the page does not bring them back.
 */
const style = `
*{box-sizing:border-box}
@page{size:A4;margin:8mm}
body{margin:0;color:#000;background:#fff;font:14px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.bar{padding:16px;background:#f5f5f4;border-bottom:1px solid #78716c}
.bar p{margin:0 0 8px;max-width:48rem}
.sheet{display:grid;grid-template-columns:1fr 1fr;width:194mm;margin:0 auto;break-after:page}
.sheet:last-child{break-after:auto}
.slip{display:grid;grid-template-columns:38mm 1fr;gap:4mm;align-items:center;height:56mm;padding:4mm;border:0 dashed #000;border-width:0 0 .3mm 0;break-inside:avoid}
.slip:nth-child(odd){border-right-width:.3mm}
.slip svg{width:38mm;height:38mm;display:block}
.slip h2{font-size:15px;line-height:1.3;margin:0 0 1.5mm;text-wrap:balance}
.slip p{margin:0 0 1.5mm;font-size:12px;line-height:1.45}
code{font:12px/1.4 ui-monospace,Consolas,monospace;word-break:break-all}
ol{max-width:60rem;margin:1rem auto;padding-inline-start:3.5rem}
li{padding:2px 0}
@media print{.bar{display:none}}
`

const hash = createHash('sha256').update(style).digest('base64')

export const slipsHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

type Handout = {
  village: string
  endsOn: string
  /** Address people open, without a slash at the end. */
  site: string
  tokens: readonly string[]
}

/** A token as people read and type it. */
const inGroups = (token: string) => token.match(/.{1,5}/g)?.join('-') ?? token

const addressOf = (site: string, token: string) => `${site}/s/${token}`

const once =
  '测评码只在这里出现这一次，系统只保存其摘要。请现在打印或保存；关闭后不能再打开，只能把这一批作废后重新发放。'

/** Ten slips to a page, cut along the dashed lines. No number on a slip: none could be told apart. */
export async function slipsPage({ village, endsOn, site, tokens }: Handout): Promise<string> {
  const [, month, day] = endsOn.split('-').map(Number)
  const slips = await Promise.all(
    tokens.map(async (token) => {
      const code = await QRCode.toString(addressOf(site, token), {
        type: 'svg',
        errorCorrectionLevel: 'M',
        margin: 2,
      })
      return `<section class="slip">${code}<div><h2>${safe(village)}工作民意测评</h2><p>用微信“扫一扫”填写，不记名，约半分钟。请在${month}月${day}日前填写，每码限用一次。</p><p>扫不开时打开：<br><code>${safe(site)}/s/<wbr>${inGroups(token)}</code></p></div></section>`
    }),
  )
  const sheets = Array.from({ length: Math.ceil(slips.length / 10) }, (_, index) =>
    slips.slice(index * 10, index * 10 + 10).join(''),
  )
  return page(
    `${village}工作民意测评 · 测评码 ${tokens.length} 份`,
    sheets.map((sheet) => `<div class="sheet">${sheet}</div>`).join(''),
    '用浏览器的打印功能（Ctrl+P）打印在 A4 纸上，沿虚线裁开。',
  )
}

/** One link a line, to be sent to one person each. */
export function linksPage({ village, site, tokens }: Handout): string {
  const lines = tokens.map((token) => `<li><code>${safe(addressOf(site, token))}</code></li>`)
  return page(
    `${village}工作民意测评 · 链接 ${tokens.length} 条`,
    `<ol>${lines.join('')}</ol>`,
    '每条链接只发给一个人，只能用一次。发送人可能知道哪条链接发给了谁，但无从知道谁选了什么。',
  )
}

const page = (title: string, body: string, how: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${safe(title)}</title><style>${style}</style></head>
<body><div class="bar"><p><strong>${safe(title)}</strong></p><p>${once}</p><p>${how}</p></div>${body}</body></html>`
