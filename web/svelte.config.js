/** SvelteKit: pages for one machine (adapter-node), with ADAPTER=aws for Lambda, or with ADAPTER=both; a content security policy by hashes. */
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Not a dependency of the one-machine site, so it is looked up by name only where AWS is built for. */
const awsAdapter = 'svelte-kit-sst';
const { ADAPTER = 'node', BUILD_FOLDER } = process.env;
const modules = [
  ...(ADAPTER === 'aws' ? [] : [await import('@sveltejs/adapter-node')]),
  ...(ADAPTER === 'node' ? [] : [await import(awsAdapter)]),
];
const adapters = modules.map((module) => module.default({ precompress: true, out: BUILD_FOLDER }));

/** The pages are built once; an adapter only puts them where its platform looks for them. */
const adapter = {
  ...adapters[0],
  async adapt(builder) {
    for (const one of adapters) await one.adapt(builder);
  },
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter,
    // Styles of a few components each would be a request each: the small ones travel in the page, named by their hash.
    inlineStyleThreshold: 2_048,
    // hooks.server.ts compares origins itself: SvelteKit's own check answers people in bare words.
    csrf: { trustedOrigins: ['*'] },
    // Pages are kept by the CDN, so a nonce would be shared: the inline script is named by its hash instead.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self'],
        'style-src': ['self'],
        // The one style attribute there is: SvelteKit's announcer of page changes, which is seen by screen readers only.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'manifest-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
        'frame-ancestors': ['none'],
      },
    },
    typescript: {
      config: (config) => {
        config.compilerOptions.allowImportingTsExtensions = true;
        config.include.push('../vite.config.ts', '../playwright.config.ts', '../build-tools/**/*.ts', '../e2e/**/*.ts');
      },
    },
  },
};
