/*
 * Keeps the one page that works without a network (/work) with its scripts and styles, and answers
 * with it when no network does. It keeps no data and no other page (docs/decisions/0013). The build
 * puts its own mark in the place of `development`, under which nothing is kept at all.
 */
const build = 'development'
const prefix = 'ovop-shell-'
const name = `${prefix}${build}`
const shell = '/work'
const beside = ['/manifest.webmanifest', '/icons/icon-192.png', '/icons/icon-512.png']

/** Puts the page with everything it names into a cache: all of it, or nothing. */
async function keepShell(response) {
  if (!response.ok || response.redirected) throw new Error(`${shell} answered ${response.status}`)
  const html = await response.clone().text()
  const files = html.match(/\/work\/files\/[\w.-]+/g) ?? []
  const cache = await caches.open(name)
  const wanted = [...files, ...beside]
  const missing = []
  for (const file of wanted) if (!(await cache.match(file))) missing.push(file)
  await cache.addAll(missing)
  await cache.put(shell, response)
}

const fetchShell = () => fetch(shell, { cache: 'no-store' })

async function install() {
  if (build !== 'development') await keepShell(await fetchShell())
  await self.skipWaiting()
}

/** The build before stays: a page of it may still be open. Anything older goes. */
async function activate() {
  const kept = (await caches.keys()).filter((key) => key.startsWith(prefix))
  const older = kept.filter((key) => key !== name).slice(0, -1)
  await Promise.all(older.map((key) => caches.delete(key)))
  await self.clients.claim()
}

/**
 * The page from a network that answers at once, else the kept one. What the network brings is kept,
 * also when it comes too late: the language and text size last chosen, or a newer build.
 */
async function answerShell(event) {
  const cache = await caches.open(name)
  const kept = await cache.match(shell)
  if (!kept) return fetch(event.request)
  const fresh = fetch(event.request).then((response) => {
    if (!response.ok) throw new Error(`${shell} answered ${response.status}`)
    return response
  })
  event.waitUntil(fresh.then((response) => keepShell(response.clone())).catch(() => undefined))
  const patience = new Promise((resolve) => setTimeout(resolve, 700, kept))
  return Promise.race([fresh.catch(() => kept), patience])
}

/** Any other page comes from the network; without one, the person is led to what works. */
async function answerPage(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const cache = await caches.open(name)
    if (!(await cache.match(shell))) throw error
    return Response.redirect(shell, 302)
  }
}

async function answerFile(request) {
  return (await caches.match(request)) ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => {
  if (build === 'development' || event.data !== 'renew') return
  event.waitUntil(
    fetchShell()
      .then(keepShell)
      .catch(() => undefined),
  )
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (build === 'development' || request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') {
    const isShell = url.pathname === shell
    event.respondWith(isShell ? answerShell(event) : answerPage(request))
  } else if (url.pathname.startsWith('/work/files/') || beside.includes(url.pathname)) {
    event.respondWith(answerFile(request))
  }
})
