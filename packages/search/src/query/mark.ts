/** Excerpts with the words that were looked for between `<mark>` and `</mark>`; everything else is escaped. */
import { parser } from '@hanoi/core/shared/markdown-dialect';
import type { Numbers } from '../replica/said.ts';
import type { Spellings } from '../replica/spellings.ts';
import { type PlacedWord, type Word, wordsAt, wordsIn } from '../text/words.ts';

const escaped = parser.utils.escapeHtml;
const excerptLength = 220;

export type Wanted = {
  /** Folded words. */
  folded: ReadonlySet<string>;
  /** Words with their marks. */
  exact: ReadonlySet<string>;
};

function isWanted({ folded, exact }: Word, wanted: Wanted): boolean {
  return wanted.folded.has(folded) || wanted.exact.has(exact);
}

/** The words of a text that were looked for. */
export function wantedIn(text: string, wanted: Wanted): PlacedWord[] {
  return wordsIn(text).filter((word) => isWanted(word, wanted));
}

/** The numbers of all spellings that were looked for. */
export function wantedNumbers({ folded, exact }: Wanted, { numbersOf, numbersSpelt }: Spellings): ReadonlySet<number> {
  return new Set([...[...folded].flatMap(numbersOf), ...[...exact].flatMap(numbersSpelt)]);
}

/** The same as `wantedIn` for a text whose words are known by their numbers: it is split only as far as the last of them. */
export function wantedAmong(text: string, said: readonly Numbers[], wanted: ReadonlySet<number>): PlacedWord[] {
  const places: number[] = [];
  let before = 0;
  for (const numbers of said) {
    // Without an iterator it takes half the time.
    for (let at = 0; at < numbers.length; at++) if (wanted.has(numbers[at]!)) places.push(before + at);
    before += numbers.length;
  }
  return wordsAt(text, places);
}

/** The whole of a short text, with what was looked for in it. */
export function marked(text: string, found: readonly PlacedWord[]): string {
  return withMarks(text, 0, text.length, found);
}

/** The stretch of a text that has the most of what was looked for, as HTML. */
export function excerpt(text: string, found: readonly PlacedWord[]): string {
  const from = startOf(text, found);
  const until = endOf(text, from + excerptLength);
  const [before, behind] = [from > 0 ? '… ' : '', until < text.length ? ' …' : ''];
  return before + withMarks(text, from, until, found) + behind;
}

/** Where the stretch begins in which most of the words stand. */
function startOf(text: string, found: readonly PlacedWord[]): number {
  let best = { from: 0, count: 0 };
  for (const [index, first] of found.entries()) {
    const inside = found.slice(index).filter(({ end }) => end <= first.start + excerptLength - 40);
    const count = new Set(inside.map((word) => word.folded)).size;
    if (count > best.count) best = { from: first.start, count };
  }
  if (best.from < 60) return 0;
  const blank = text.lastIndexOf(' ', best.from - 30);
  return blank < 0 ? best.from : blank + 1;
}

function endOf(text: string, until: number): number {
  if (until >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', until);
  return blank > until - 40 ? blank : until;
}

function withMarks(text: string, from: number, until: number, found: readonly PlacedWord[]): string {
  let html = '';
  let at = from;
  for (const { start, end } of found) {
    if (start < from || end > until) continue;
    html += `${escaped(text.slice(at, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escaped(text.slice(at, until));
}
