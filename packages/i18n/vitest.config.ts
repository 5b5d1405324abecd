/** Tests of the words, dates and numbers. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'i18n',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    // Node reads TypeScript itself: without Vite between, a test's modules load in less than half the time.
    experimental: { viteModuleRunner: false },
    // Files share a process and its modules: they keep nothing in them that another file meets. It takes a third less.
    isolate: false,
  },
});
