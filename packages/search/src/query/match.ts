/** Plans as SQLite's full-text search is asked for them. Every word is quoted, so no text can be an operator. */
import { wardWord } from '../replica/apply.ts';
import { hasMarks, type Word } from '../text/words.ts';
import type { Plan, Term } from './plan.ts';

const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`;

/** Words one after the other, marks or not. */
function phrase(words: readonly Word[]): string {
  return quoted(words.map(({ folded }) => folded).join(' '));
}

/**
 * A phrase that means the same as what was asked for. Where it is one syllable with marks, only that: without its marks it would be
 * many other words.
 */
function other(words: readonly Word[]): string {
  const [only] = words;
  return words.length === 1 && hasMarks(only!) ? quoted(only!.exact) : phrase(words);
}

/** What was put into quotes is wanted with the marks it has there. */
function inQuotes(words: readonly Word[]): string {
  return allOf([phrase(words), ...words.filter(hasMarks).map(({ exact }) => quoted(exact))]);
}

/** A term in any of its forms; words that are one name or word may also stand apart, where nobody put them into quotes. */
export function termMatch(term: Term): string {
  if (term.isQuoted) return inQuotes(term.words);
  // What has the words one after the other has them apart, too, so that is not asked for.
  const own = term.parts.length > 0 ? allOf(term.words.map((word) => phrase([word]))) : phrase(term.words);
  return anyOf([own, ...term.others.map(other), ...term.wards.map((code) => quoted(wardWord(code)))]);
}

/** All terms of a plan; undefined when there is none. */
export function planMatch({ terms, without }: Plan): string | undefined {
  return withoutThem(terms.map(termMatch).join(' AND '), without);
}

/** One of the terms of a plan alone. */
export function aloneMatch(term: Term, { without }: Plan): string {
  return withoutThem(termMatch(term), without)!;
}

/** The words that were typed with marks, with these very marks; undefined when there is none. */
export function exactMatch({ terms }: Plan): string | undefined {
  const marked = terms.flatMap(({ words }) => words.filter(hasMarks));
  return marked.length > 0 ? marked.map(({ exact }) => quoted(exact)).join(' AND ') : undefined;
}

function withoutThem(match: string, without: Plan['without']): string | undefined {
  if (!match) return undefined;
  return without.length === 0 ? match : `(${match}) NOT (${without.map(inQuotes).join(' OR ')})`;
}

const anyOf = (matches: readonly string[]) => (matches.length > 1 ? `(${matches.join(' OR ')})` : (matches[0] ?? ''));
const allOf = (matches: readonly string[]) => (matches.length === 1 ? matches[0]! : `(${matches.join(' AND ')})`);
