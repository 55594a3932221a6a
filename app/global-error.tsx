'use client'
import './globals.css'

type Props = { error: Error & { digest?: string }; retry: () => void }

/**
 * Stands in for everything when the root layout itself fails: no messages, no cookies, no language
 * can be relied on, so it says the same in both languages.
 */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="zh-CN">
      <body>
        <title>一村一策</title>
        <main className="border-t-3 border-brand px-4">
          <div className="mx-auto grid max-w-xl gap-3 py-10 sm:py-20">
            <h1>页面没有打开</h1>
            <p className="text-ink-2">
              系统出了问题，不是您操作有误。请稍后再试；仍不行的，请把错误编号告诉管理员。
            </p>
            <p className="text-ink-2" lang="en">
              This page did not open. Something went wrong on our side; it was nothing you did.
              Please try again later. If it still fails, give the error number to your
              administrator.
            </p>
            {error.digest ? <p>错误编号 Error number: {error.digest}</p> : null}
            <p className="flex flex-wrap gap-4 pt-2">
              <button
                type="button"
                className="inline-flex min-h-11 items-center text-blue underline"
                onClick={retry}
              >
                再试一次&nbsp;<span lang="en">Try again</span>
              </button>
              {/* A full load on purpose: the application around this page is what failed. */}
              <a className="inline-flex min-h-11 items-center text-blue underline" href="/">
                回到首页&nbsp;<span lang="en">Go to home</span>
              </a>
            </p>
          </div>
        </main>
      </body>
    </html>
  )
}
