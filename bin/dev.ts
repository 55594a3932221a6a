/** `npm run dev`: like `npm start`, with the development server in place of the build. */
import path from 'node:path'
import { start } from '@/lib/launch/start'

await start({
  root: path.resolve(import.meta.dirname, '..'),
  given: process.env,
  flags: {},
  mode: 'development',
})
