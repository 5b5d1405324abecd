/** Vite: the pages, the fonts cut to what they need, and the table of routes as data. */
import { routesFile, routesSource } from '@hanoi/core/routes-as-data';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { subsetFonts } from './build-tools/subset-fonts.ts';

/** While one works on the pages alone, the rest of the site is elsewhere. */
const { API_ORIGIN } = process.env;
// The host stays the browser's: the API refuses what comes from another site.
const elsewhere = { target: API_ORIGIN, changeOrigin: false };
const proxy = API_ORIGIN ? { '/api': elsewhere, '/media': elsewhere } : undefined;

/** In a build only: while one works on the pages, routes may come. */
const routesAsData: Plugin = {
  name: 'routes-as-data',
  apply: 'build',
  load: (id) => (routesFile.test(id) ? routesSource() : undefined),
};

export default defineConfig({
  plugins: [subsetFonts(), routesAsData, sveltekit()],
  build: { assetsInlineLimit: 0 },
  server: { proxy },
});
