/** Vite: the pages, and the fonts cut to what they need. */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { subsetFonts } from './build-tools/subset-fonts.ts';

/** While one works on the pages alone, the rest of the site is elsewhere. */
const { API_ORIGIN } = process.env;
const proxy = API_ORIGIN ? { '/api': API_ORIGIN, '/media': API_ORIGIN } : undefined;

export default defineConfig({
  plugins: [subsetFonts(), sveltekit()],
  build: { assetsInlineLimit: 0 },
  server: { proxy },
});
