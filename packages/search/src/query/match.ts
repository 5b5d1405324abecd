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

/** More words to look for in the place of a term's own: corrections, or what sounds alike. Folded. */
export type Variants = (term: Term) => readonly string[];

const none: Variants = () => [];

/** A term in any of its forms. */
export function termMatch(term: Term, variants: Variants = none): string {
  const forms = [
    phrase(term.words),
    ...term.others.map(other),
    ...term.wards.map((code) => quoted(wardWord(code))),
    ...variants(term).map(quoted),
  ];
  return forms.length === 1 ? forms[0]! : `(${forms.join(' OR ')})`;
}

/** All terms of a plan; undefined when there is none. */
export function planMatch({ terms, without }: Plan, variants: Variants = none): string | undefined {
  return withoutThem(terms.map((term) => termMatch(term, variants)).join(' AND '), without);
}

/** All terms but one, whichever; undefined with fewer than two. */
export function allButOneMatch({ terms, without }: Plan, variants: Variants = none): string | undefined {
  if (terms.length < 2) return undefined;
  const each = terms.map((term) => termMatch(term, variants));
  const some = each.map((_, index) => `(${each.toSpliced(index, 1).join(' AND ')})`);
  return withoutThem(some.join(' OR '), without);
}

/** Any of the terms; undefined when there is none. */
export function anyMatch({ terms, without }: Plan, variants: Variants = none): string | undefined {
  return withoutThem(terms.map((term) => termMatch(term, variants)).join(' OR '), without);
}

/** The words that were typed with marks, with these very marks; undefined when there is none. */
export function exactMatch({ terms }: Plan): string | undefined {
  const marked = terms.flatMap(({ words }) => words.filter(hasMarks));
  return marked.length > 0 ? marked.map(({ exact }) => quoted(exact)).join(' AND ') : undefined;
}

function withoutThem(match: string, without: readonly Word[]): string | undefined {
  if (!match) return undefined;
  if (without.length === 0) return match;
  const unwanted = without.map((word) => quoted(hasMarks(word) ? word.exact : word.folded));
  return `(${match}) NOT (${unwanted.join(' OR ')})`;
}
