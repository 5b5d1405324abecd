/** Tests of functions, on a real engine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'functions',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    // Node reads TypeScript itself: without Vite between, a test's modules load in less than half the time.
    experimental: { viteModuleRunner: false },
    // Files share a process and its modules: they keep nothing in them that another file meets. It takes a third less.
    isolate: false,
    globalSetup: [`${import.meta.dirname}/../packages/testing/src/global-setup.ts`],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is waited for costs nothing when it comes; vitest's one second is too short on a busy machine.
    expect: { poll: { timeout: 10_000 } },
  },
});
