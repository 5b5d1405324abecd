/** Vite: the pages, and the fonts cut to what they need. */
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { subsetFonts } from './build-tools/subset-fonts.ts';

export default defineConfig({
  plugins: [subsetFonts(), sveltekit()],
  build: { assetsInlineLimit: 0 },
});
