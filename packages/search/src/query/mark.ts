/** Excerpts with the words that were looked for between `<mark>` and `</mark>`; everything else is escaped. */
import { parser } from '@hanoi/core/shared/markdown-dialect';
import { type PlacedWord, wordsIn } from '../text/words.ts';

const escaped = parser.utils.escapeHtml;
const excerptLength = 220;

export type Wanted = {
  /** Folded words. */
  folded: ReadonlySet<string>;
  /** Words with their marks. */
  exact: ReadonlySet<string>;
};

/** The whole of a short text. */
export function marked(text: string, wanted: Wanted): string {
  return withMarks(text, 0, text.length, hits(text, wanted));
}

/** The stretch of a text that has the most of the words, as HTML. */
export function excerpt(text: string, wanted: Wanted): string {
  const found = hits(text, wanted);
  const from = startOf(text, found);
  const until = endOf(text, from + excerptLength);
  const [before, behind] = [from > 0 ? '… ' : '', until < text.length ? ' …' : ''];
  return before + withMarks(text, from, until, found) + behind;
}

function hits(text: string, { folded, exact }: Wanted): PlacedWord[] {
  return wordsIn(text, (word) => folded.has(word.folded) || exact.has(word.exact));
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
