/** Vite: the pages, and the fonts cut to what they need. */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { subsetFonts } from './build-tools/subset-fonts.ts';

/** While one works on the pages alone, the rest of the site is elsewhere. */
const { API_ORIGIN } = process.env;
// The host stays the browser's: the API refuses what comes from another site.
const elsewhere = { target: API_ORIGIN, changeOrigin: false };
const proxy = API_ORIGIN ? { '/api': elsewhere, '/media': elsewhere } : undefined;

export default defineConfig({
  plugins: [subsetFonts(), sveltekit()],
  build: { assetsInlineLimit: 0 },
  server: { proxy },
});
