/** Splits text into words, each in two forms: as it is spelt, and folded, so that marks and forms of a word make no difference. */
/// <reference path="./wink-porter2-stemmer.d.ts" />

import { isSyllable } from '@hanoi/core/shared/syllable';
import { officialTones } from '@hanoi/core/shared/tone-mark';
import stem from 'wink-porter2-stemmer';

export type Word = {
  /** Small letters without marks, `d` for `đ`; the stem of what is no Vietnamese syllable. */
  folded: string;
  /** Small letters with their marks, tones where the official list puts them; NFC. */
  exact: string;
  /** Spelt in capitals throughout, as abbreviations are. */
  isCapital?: boolean;
};

/** A word with where it stands in its text. */
export type PlacedWord = Word & { start: number; end: number };

const word = /[\p{L}\p{M}\p{N}]+/gu;
const longestWord = 40;

// Letters that look like a d with a stroke, as other keyboards and old fonts give them.
const likeD = /[đðɖƌ]/g;

/** Few words make up most of all texts, so their forms are kept. */
const known = new Map<string, Word>();
const mostKnown = 50_000;

/** The words of `text`, in order. Longer ones than 40 characters are cut. */
export function wordsIn(text: string): PlacedWord[] {
  return Array.from(text.matchAll(word), ({ 0: typed, index: start }) => ({
    ...formsOf(typed),
    start,
    end: start + typed.length,
  }));
}

/** Some of the words of `text`, by their places among all of them, in order: nothing behind the last of them is read. */
export function wordsAt(text: string, places: readonly number[]): PlacedWord[] {
  const found: PlacedWord[] = [];
  if (places.length === 0) return found;
  let at = 0;
  for (const { 0: typed, index: start } of text.matchAll(word)) {
    if (at++ !== places[found.length]) continue;
    found.push({ ...formsOf(typed), start, end: start + typed.length });
    if (found.length === places.length) break;
  }
  return found;
}

/** Both forms of one word. */
export function formsOf(typed: string): Word {
  const before = known.get(typed);
  if (before) return before;
  const exact = exactOf(typed.slice(0, longestWord));
  const forms: Word = { exact, folded: stemmed(unmarked(exact)) };
  if (capitals.test(typed)) forms.isCapital = true;
  if (known.size >= mostKnown) known.clear();
  known.set(typed, forms);
  return forms;
}

function exactOf(typed: string): string {
  const small = officialTones(typed.normalize('NFKC').toLocaleLowerCase('vi')).replace(/[ðɖƌ]/g, 'đ');
  return lastY.test(small) ? small.replace(/.$/u, (y) => iOfY[y] ?? y) : small;
}

// `kỹ` and `kĩ`, `bác sỹ` and `bác sĩ` are the same word: after these letters both are right.
const lastY = /^[hklmstv][yýỳỷỹỵ]$/;
const iOfY: Record<string, string> = { y: 'i', ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' };

/** Without marks, `d` for `đ`. */
export function unmarked(exact: string): string {
  return exact.normalize('NFD').replace(/\p{M}/gu, '').replace(likeD, 'd');
}

const capitals = /^\p{Lu}{2,}$/u;
const english = /^[a-z]{4,}$/;

/** English words by their stem. The stemmer would take Vietnamese syllables for English ones, so they are left alone. */
function stemmed(folded: string): string {
  return english.test(folded) && !isSyllable(folded) ? stem(folded) : folded;
}

/** Whether a word was spelt with marks: then it means only words with these marks. */
export function hasMarks({ exact, folded }: Word): boolean {
  return exact !== folded && withMark.test(exact);
}

const withMark = /[\u00C0-\u024F\u1E00-\u1EFF]/;
