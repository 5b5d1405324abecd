/** Tests of the deployment, offline. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'infra',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    // Node reads TypeScript itself: without Vite between, a test's modules load in less than half the time.
    experimental: { viteModuleRunner: false },
    exclude: ['.platform/**', 'bundles/**', '**/node_modules/**'],
    globalSetup: ['testing/setup.ts'],
    testTimeout: 20_000,
    // What is waited for costs nothing when it comes; vitest's one second is too short on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
    server: { deps: { external: [/\.platform/] } },
  },
});
