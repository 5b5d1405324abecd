/** The browser's journeys, over the built site with the demo in it, in the Chromium that npm carries or `CHROMIUM_PATH` names. */
import { defineConfig, devices } from '@playwright/test';

/** Needs no browser, and once is enough. */
const sameForAll = '**/html.spec.ts';
const isCi = Boolean(process.env.CI);

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  globalSetup: './e2e/start-site.ts',
  fullyParallel: true,
  workers: 2,
  // A busy machine may be slow, and the browser sometimes dies while it starts; a journey that fails three times is broken.
  retries: isCi ? 2 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['../packages/testing/src/times/playwright-reporter.ts']],
  use: {
    baseURL: process.env.SITE_ORIGIN,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // To record a trace takes a third of a journey's time: `--trace on` does where one is wanted.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Our own flags: those the package suggests switch web security off.
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'phone', testIgnore: sameForAll, use: { ...devices['Pixel 5'], viewport: { width: 320, height: 640 } } },
    {
      name: 'phone-without-scripts',
      testIgnore: sameForAll,
      use: { viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
    },
    // Pages are looked at as wide as a desktop where they are on a phone; what a browser keeps and what fails does not depend on widths.
    {
      name: 'desktop',
      use: { viewport: { width: 1280, height: 800 } },
      testIgnore: ['pages.spec.ts', 'drafts.spec.ts', 'failures.spec.ts'],
    },
  ],
});
