import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import tailwind from '@tailwindcss/postcss'
import { type BuildOptions, context } from 'esbuild'
import postcss from 'postcss'

type PhoneBuild = {
  root: string
  /** The folder that the server looks in: `.next/phone` beside what it serves. */
  folder: string
  /** Under development it is not made small, and built again after each change. */
  development?: boolean
}

/**
 * Builds the script and the style of the page that works without a network (/work) by themselves:
 * with the framework's own scripts a slow phone would load five times as much (decision 0013).
 */
export async function buildPhone({ root, folder, development = false }: PhoneBuild): Promise<void> {
  const work = await context({
    ...optionsFor(root, development),
    plugins: [
      {
        name: 'apart',
        setup: (build) =>
          build.onResolve({ filter: /^next\// }, ({ path: wanted, importer }) => ({
            errors: [{ text: `${importer} brings ${wanted} to the page that works offline` }],
          })),
      },
      {
        name: 'keep',
        setup: (build) =>
          build.onEnd(async ({ outputFiles }) => {
            const script = outputFiles?.[0]
            if (!script) return
            keep(folder, Buffer.from(script.contents), await styleOf(root, development))
          }),
      },
    ],
  })
  await work.rebuild()
  if (development) await work.watch()
  else await work.dispose()
}

/**
 * Messages compiled as in next.config.ts; Preact in the place of React, which alone is two thirds of
 * what the page would load and longer to start on a slow phone than all the rest.
 */
function optionsFor(root: string, development: boolean): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: ['components/phone/start.tsx'],
    outdir: '.next/phone',
    write: false,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    // The oldest that the page is made for (docs/operate.md).
    target: ['chrome111', 'safari16.4'],
    minify: !development,
    sourcemap: development ? 'inline' : false,
    legalComments: 'none',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': JSON.stringify(development ? 'development' : 'production') },
    alias: {
      'use-intl/format-message': 'use-intl/format-message/format-only',
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react/jsx-dev-runtime': 'preact/jsx-runtime',
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      react: 'preact/compat',
    },
  }
}

async function styleOf(root: string, development: boolean): Promise<Buffer> {
  const from = path.join(root, 'components/phone/phone.css')
  const plugins = [tailwind({ base: root, optimize: !development })]
  const { css } = await postcss(plugins).process(readFileSync(from, 'utf8'), { from })
  return Buffer.from(css)
}

/** Both under the hash of their content, and a file that names them. */
function keep(folder: string, script: Buffer, style: Buffer): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const names = { script: `app.${hashOf(script)}.js`, style: `app.${hashOf(style)}.css` }
  writeFileSync(path.join(folder, names.script), script)
  writeFileSync(path.join(folder, names.style), style)
  writeFileSync(path.join(folder, 'files.json'), JSON.stringify(names))
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 16)
