/** How a Lambda is bundled, wherever that is done: for the deployment, and for the test of its size. */
import { resolve } from 'node:path';
import { routes } from '@hanoi/core/routes';
import type { BuildOptions, Plugin } from 'esbuild';

/** The table of routes as data, as it is when the bundle is made: reading it from the contracts would load every schema. */
const routesAsData: Plugin = {
  name: 'routes-as-data',
  setup({ onLoad }) {
    // Rows without the names of their fields, which would be half of it.
    const fields = Object.keys(routes[0]!).join();
    const rows = JSON.stringify(routes.map((route) => Object.values(route)));
    onLoad({ filter: /\/packages\/core\/src\/routes\.ts$/ }, () => ({
      contents: `export const routes = ${rows}.map(([${fields}]) => ({ ${fields} }));`,
    }));
  },
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
