/** How a Lambda is bundled, wherever that is done: for the deployment, and for the test of its size. */
import { resolve } from 'node:path';
import { routesFile, routesSource } from '@hanoi/core/routes-as-data';
import type { BuildOptions, Plugin } from 'esbuild';

const routesAsData: Plugin = {
  name: 'routes-as-data',
  setup: ({ onLoad }) => onLoad({ filter: routesFile }, () => ({ contents: routesSource() })),
};

export const bundleOptions = {
  bundle: true,
  minify: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // Modules can be shaken, CommonJS can't.
  mainFields: ['module', 'main'],
  // The sanitizer would bring a CSS parser (89 KB) for style attributes, none of which we let through.
  alias: { postcss: resolve(import.meta.dirname, 'no-postcss.ts') },
  // Native.
  external: ['sharp'],
  plugins: [routesAsData],
  // Packages written for `require` need one.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
  },
} satisfies BuildOptions;
