/** The very bundles that are deployed, each in a bare process: that all start and work, and the API's end-to-end tests through them. */
import { defineConfig } from 'vitest/config';

const root = `${import.meta.dirname}/../..`;

/** The end-to-end tests of functions that run through the bundles; where all tests run, they run in this way alone. */
export const throughBundles = [
  'src/http/{flow,bad-address}.test.ts',
  'src/{auth,upload}/*.test.ts',
  'src/api/solution.test.ts',
];

export default defineConfig({
  root,
  test: {
    name: 'bundles',
    root,
    include: ['infra/bundles/*.test.ts', ...throughBundles.map((path) => `functions/${path}`)],
    // Node reads TypeScript itself: without Vite between, a test's modules load in less than half the time.
    experimental: { viteModuleRunner: false },
    globalSetup: ['packages/testing/src/global-setup.ts', 'infra/bundles/setup.ts'],
    testTimeout: 60_000,
    // What is waited for costs nothing when it comes; vitest's one second is too short on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
  },
});
