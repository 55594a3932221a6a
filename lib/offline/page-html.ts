import type { PageFiles } from './page-files'
import type { PageWords } from './page-words'

type Parts = { words: PageWords; files: PageFiles; nonce: string }

/** The document of the kept page: its words, and where its script and style are. */
export function pageHtml({ words, files, nonce }: Parts): string {
  const { locale, large, messages } = words
  const { phone, shell } = messages
  const title = `${plain(phone.title)} · ${plain(shell.product)}`
  return `<!DOCTYPE html>
<html lang="${locale}"${large ? ' data-text="large"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#b3261e">
<title>${title}</title>
<link rel="stylesheet" href="/work/files/${files.style}">
<script type="module" src="/work/files/${files.script}" nonce="${nonce}"></script>
<link rel="manifest" href="/manifest.webmanifest">
<link rel="icon" href="/icon.svg">
<link rel="apple-touch-icon" href="/icons/icon-192.png">
<meta name="mobile-web-app-capable" content="yes">
<meta name="apple-mobile-web-app-title" content="${plain(shell.product)}">
</head>
<body>
<div id="page"><p class="p-4">${plain(phone.loading)}</p></div>
<script type="application/json" id="words">${inScript(words)}</script>
</body>
</html>
`
}

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Nothing inside can end the element that holds it. */
const inScript = (data: unknown) => JSON.stringify(data).replaceAll('<', '\\u003c')
