/** Whether a person's name passes for an agency, an organisation or a role of the site, however it is disguised. */
import unhomoglyph from 'unhomoglyph';
import { officialTones } from '../shared/tone-mark.ts';
import { reservedNames } from './reserved-names.ts';
import { personNameSchema } from './schema.ts';

/** A word as typed, with its accents; and its bare shape, which all that looks like it shares. */
type Word = { typed: string; bare: string };

const marks = /\p{M}/gu;

/** What is left of a word without accents, with look-alike letters made one: `Ａdмin`, `ADMlN` and `admin`. */
function bareOf(word: string): string {
  const latin = unhomoglyph(word.normalize('NFKD')).normalize('NFD').replace(marks, '').toLowerCase();
  return unhomoglyph(latin.replaceAll('đ', 'd')).replace(/[l1|]/g, 'i').toLowerCase();
}

// Digits and signs that stand for letters.
const stands: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', '@': 'a', $: 's', '!': 'i' };

/** The words of a name; digits and signs part them, or are read as letters. */
function wordsOf(name: string, reading: 'as typed' | 'signs as letters'): Word[] {
  const text = reading === 'as typed' ? name : name.replace(/[013457@$!]/g, (sign) => stands[sign] ?? sign);
  // `AdminHanoi` is two words.
  const parted = text.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const words = parted.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.map((word) => ({ typed: officialTones(word.toLowerCase()), bare: bareOf(word) }));
}

const joined = (words: readonly Word[], shape: keyof Word) => words.map((word) => word[shape]).join('');
const setOf = (phrases: readonly string[], shape: keyof Word) =>
  new Set(phrases.map((phrase) => joined(wordsOf(phrase, 'as typed'), shape)));

const { anywhere, atStart, whole, offices, matters } = reservedNames;
const bare = {
  anywhere: setOf(anywhere, 'bare'),
  atStart: setOf(atStart, 'bare'),
  whole: setOf(whole, 'bare'),
  offices: setOf(offices, 'bare'),
  matters: setOf(matters, 'bare'),
};
const typed = {
  atStart: setOf(atStart, 'typed'),
  offices: setOf(offices, 'typed'),
  matters: setOf(matters, 'typed'),
};
/** Words that are tried together; a name has room for no more single letters with blanks between them. */
const longestRun = 30;

/** Whether the name is one that only agencies, organisations and roles of the site may have. */
export function isReservedName(name: string): boolean {
  return isReserved(wordsOf(name, 'as typed')) || isReserved(wordsOf(name, 'signs as letters'));
}

/** The name of a person as somebody else vouches for it, as if typed here; undefined when it could not have been. */
export function personNameOf(given: unknown): string | undefined {
  const name = personNameSchema.safeParse(given).data;
  return name === undefined || isReservedName(name) ? undefined : name;
}

/** Whether two names are one to their readers: without accents, blanks and signs, look-alike letters made one. */
export function isSameName(one: string, other: string): boolean {
  return joined(wordsOf(one, 'as typed'), 'bare') === joined(wordsOf(other, 'as typed'), 'bare');
}

function isReserved(words: readonly Word[]): boolean {
  const hasAccents = words.some((word) => /[^a-z]/.test(word.typed));
  const beginning = (some: readonly Word[], [asTyped, asBare]: [ReadonlySet<string>, ReadonlySet<string>]) =>
    runs(some, 0).find((run) => asTyped.has(joined(run, 'typed')) || (!hasAccents && asBare.has(joined(run, 'bare'))));
  if (bare.whole.has(joined(words, 'bare'))) return true;
  if (words.some((_, from) => runs(words, from).some((run) => bare.anywhere.has(joined(run, 'bare'))))) return true;
  if (beginning(words, [typed.atStart, bare.atStart])) return true;
  return runs(words, 0).some((run) => {
    const rest = words.slice(run.length);
    if (rest.length === 0 || !bare.offices.has(joined(run, 'bare'))) return false;
    return typed.offices.has(joined(run, 'typed')) || beginning(rest, [typed.matters, bare.matters]) !== undefined;
  });
}

/** Words in a row from one place on; letters parted by dots or blanks are found joined. */
function runs(words: readonly Word[], from: number): Word[][] {
  const most = Math.min(words.length - from, longestRun);
  return Array.from({ length: most }, (_, length) => words.slice(from, from + length + 1));
}
