/** Tests of the one-machine runtime, on a real engine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'local',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    // Node reads TypeScript itself: without Vite between, a test's modules load in less than half the time.
    experimental: { viteModuleRunner: false },
    globalSetup: ['../testing/src/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is waited for costs nothing when it comes; vitest's one second is too short on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    // Tests that run together mostly wait together (queue/rules.test.ts).
    maxConcurrency: 30,
  },
});
