/** Tests of the embedded database, which start it themselves. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'engine',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    // Node reads TypeScript itself: without Vite between, a test's modules load in less than half the time.
    experimental: { viteModuleRunner: false },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is waited for costs nothing when it comes; vitest's one second is too short on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
});
