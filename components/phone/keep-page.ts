/** Sees to it that this page opens without a network; says whether it does. */
export async function keepPage(): Promise<'yes' | 'no'> {
  if (!navigator.serviceWorker || !('caches' in globalThis)) return 'no'
  try {
    const { installing } = await navigator.serviceWorker.register('/sw.js')
    if (installing) await settled(installing)
    return (await caches.match('/work')) ? 'yes' : 'no'
  } catch {
    return 'no' // not over HTTPS, or switched off in this browser
  }
}

function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

/** The kept page in the language and text size just chosen. */
export function renewPage(): void {
  navigator.serviceWorker?.controller?.postMessage('renew')
}
