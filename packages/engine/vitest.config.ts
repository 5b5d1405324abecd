/** Tests of the embedded database, which start it themselves. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  test: { name: 'engine', root: import.meta.dirname, include: ['src/**/*.test.ts'], testTimeout: 20_000 },
});
