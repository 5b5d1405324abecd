/** All unit and integration tests, each package with its own configuration. */
import { defineConfig, mergeConfig } from 'vitest/config';
import functions from '../../functions/vitest.config.ts';
import { throughBundles } from '../../infra/bundles/vitest.config.ts';
import { SlowestFirst } from './src/times/slowest-first.ts';

export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    sequence: { sequencer: SlowestFirst },
    reporters: ['default', `${import.meta.dirname}/src/times/vitest-reporter.ts`],
    projects: [
      'packages/engine/vitest.config.ts',
      'packages/core/vitest.config.ts',
      'packages/i18n/vitest.config.ts',
      'packages/search/vitest.config.ts',
      mergeConfig(functions, { test: { exclude: throughBundles } }),
      'packages/local/vitest.config.ts',
      'packages/ops/vitest.config.ts',
      'packages/tools/vitest.config.ts',
      'infra/vitest.config.ts',
      'infra/bundles/vitest.config.ts',
      'web/vitest.config.ts',
    ],
  },
});
