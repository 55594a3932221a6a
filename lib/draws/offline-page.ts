import type { DrawExport } from './export'
import { offlineScript } from './offline-script'

export type OfflineWords = {
  title: string
  lead: string
  data: string
  file: string
  run: string
  sound: string
  unsound: string
  open: string
  unreadable: string
  part: Record<string, string>
  holds: Record<string, string>
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (mark) => `&#${String(mark.codePointAt(0))};`)

/**
 * One HTML file that recomputes draws by itself: opened from a disk, without a network (its own policy
 * forbids any). With a draw in it, it shows that one at once; others are pasted or opened.
 */
export function offlinePage(words: OfflineWords, locale: string, draw?: DrawExport): string {
  const said = JSON.stringify(words).replaceAll('<', '\\u003c')
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${escaped(words.title)}</title>
<style>
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1c1f23 }
textarea { box-sizing: border-box; width: 100%; height: 10rem; font: 13px/1.5 monospace }
button { min-height: 44px; padding: 0 1.5rem; border: 0; border-radius: 6px; background: #b3261e; color: #fff; font-size: 1rem }
label { display: block; margin: 1rem 0 .25rem }
p { margin: .25rem 0; overflow-wrap: anywhere }
h2.yes, p.yes { color: #14633a }
h2.no, p.no { color: #a8123c; font-weight: 600 }
table { width: 100%; margin-top: 1rem; border-collapse: collapse }
td { padding: .25rem .5rem; border: 1px solid #c3c9d1 }
</style>
</head>
<body>
<h1>${escaped(words.title)}</h1>
<p>${escaped(words.lead)}</p>
<label for="data">${escaped(words.data)}</label>
<textarea id="data" spellcheck="false">${draw ? escaped(JSON.stringify(draw)) : ''}</textarea>
<label for="file">${escaped(words.file)}</label>
<input id="file" type="file" accept=".json,application/json">
<p><button id="run" type="button">${escaped(words.run)}</button></p>
<section id="outcome" aria-live="polite"></section>
<script>var W = ${said}
${offlineScript}
start()</script>
</body>
</html>
`
}
