/** Cuts Be Vietnam Pro to the letters of Vietnamese and English: a tenth of the whole, in one file a weight. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const sources = join(import.meta.dirname, '../fonts');
const targets = join(import.meta.dirname, '../src/lib/ui/fonts');
const weights = [400, 600];

/** Basic Latin, the Latin-1 letters and signs that occur in names and prices, and the punctuation of good typesetting. */
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’“”„…•·′″€™−×→←↑↓`;
/** The letters only Vietnamese has, whole and as combining marks, and the sign of the đồng. */
const vietnamese = `ĂăĐđĨĩŨũƠơƯư${range(0x1ea0, 0x1ef9)}\u0300\u0301\u0303\u0309\u0323₫`;
/** Spacing of pairs, joining of marks, figures of one width for columns of numbers. */
const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum'];

/** Writes the cut fonts beside the style sheet that names them, once. */
export function subsetFonts(): Plugin {
  return {
    name: 'subset-fonts',
    async config() {
      mkdirSync(targets, { recursive: true });
      for (const weight of weights) await cut(weight);
    },
  };
}

async function cut(weight: number): Promise<void> {
  const target = join(targets, `be-vietnam-pro-${weight}.woff2`);
  if (existsSync(target)) return;
  const whole = readFileSync(join(sources, `BeVietnamPro-${weight}.ttf`));
  const options = { targetFormat: 'woff2', keepFeatures, noHinting: true } as const;
  // Whole or not at all: another build at the same time takes what it finds there.
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, await subsetFont(whole, latin + vietnamese, options));
  renameSync(draft, target);
}

function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
