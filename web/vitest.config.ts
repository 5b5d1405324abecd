/** Tests of the pages' own logic. What people see is tested in a browser, in e2e/. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  resolve: { alias: { $lib: `${import.meta.dirname}/src/lib` } },
  test: {
    name: 'web',
    root: import.meta.dirname,
    include: ['src/**/*.test.ts'],
    // Files share a process and its modules: they keep nothing in them that another file meets. It takes a third less.
    isolate: false,
  },
});
