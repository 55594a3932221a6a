import { defineConfig } from '@playwright/test'

const apart = ['prepare.spec.ts', 'limits.spec.ts', 'faults.spec.ts', 'first-afternoon.spec.ts']
const demo = ['api.spec.ts', 'accounts.spec.ts', 'homes.spec.ts']

/** Run by `npm run test:e2e`, which starts the product and names its address in E2E_URL. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  // First what counts the untouched demo, then everything that changes it, at last what takes the
  // database away, whatever became of the others.
  projects: [
    { name: 'demo', testMatch: demo, teardown: 'faults' },
    {
      name: 'product',
      testIgnore: [...demo, ...apart],
      dependencies: ['prepare'],
    },
    { name: 'prepare', testMatch: 'prepare.spec.ts', dependencies: ['demo'] },
    // Counts what the database is asked, so nobody else may ask meanwhile.
    { name: 'limits', testMatch: 'limits.spec.ts', dependencies: ['product'] },
    // A product of its own, started empty: it may run beside the one that counts.
    { name: 'first afternoon', testMatch: 'first-afternoon.spec.ts', dependencies: ['product'] },
    { name: 'faults', testMatch: 'faults.spec.ts' },
  ],
  use: {
    baseURL: process.env.E2E_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
