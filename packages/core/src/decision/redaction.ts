/** Taking passages out of a text, and putting them back where their marks still stand. Pure. */

import { mark } from '../shared/mark.ts';

type Gap = { start: number; end: number };

/** Where the passages stand in a text; those that overlap are one. Undefined where one of them does not stand in it at all. */
function gapsIn(text: string, passages: readonly string[]): Gap[] {
  const found = passages.flatMap((passage) => [...placesOf(text, passage)]);
  const merged: Gap[] = [];
  for (const gap of found.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1);
    if (last && gap.start < last.end) last.end = Math.max(last.end, gap.end);
    else merged.push({ ...gap });
  }
  return merged;
}

function* placesOf(text: string, passage: string): Generator<Gap> {
  for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1))
    yield { start: at, end: at + passage.length };
}

/** How many marks stand in a text. */
function marksIn(text: string): number {
  return text.split(mark).length - 1;
}

/** Who took out what stands at each mark; of marks that nobody is known for, nobody. */
export function ownersIn(text: string, known: readonly string[] | undefined): string[] {
  const marks = marksIn(text);
  return known?.length === marks ? [...known] : Array.from({ length: marks }, () => '');
}

/** Whether a passage can be taken out: what other decisions took out of it would be lost. */
export function canBeTakenOut(passage: string): boolean {
  return passage.trim() !== '' && !passage.includes(mark);
}

export type Redacted = {
  text: string;
  /** What was taken out, in its order in the text. */
  taken: string[];
  owners: string[];
};

/** The text without the passages, wherever they stand in it; `owner` names the decision in the list of marks. */
export function takeOut(
  text: string,
  passages: readonly string[],
  { owner, owners }: { owner: string; owners: readonly string[] },
): Redacted {
  const result: Redacted = { text: '', taken: [], owners: [] };
  let from = 0;
  let marksBefore = 0;
  const keep = (end: number) => {
    const piece = text.slice(from, end);
    const marks = marksIn(piece);
    result.text += piece;
    result.owners.push(...owners.slice(marksBefore, marksBefore + marks));
    marksBefore += marks;
  };
  for (const { start, end } of gapsIn(text, passages)) {
    keep(start);
    result.owners.push(`${owner}#${result.taken.length}`);
    result.taken.push(text.slice(start, end));
    result.text += mark;
    from = end;
  }
  keep(text.length);
  return result;
}

/**
 * The text with what a decision took out back at its marks. Their author may have edited all else; where they changed the
 * marks themselves, theirs is the newer text, and it stays: `complete` is false.
 */
export function putBack(
  text: string,
  taken: readonly string[],
  { owner, owners }: { owner: string; owners: readonly string[] },
): { text: string; owners: string[]; complete: boolean } {
  const pieces = text.split(mark);
  let back = 0;
  let result = pieces[0]!;
  const left: string[] = [];
  for (const [index, piece] of pieces.slice(1).entries()) {
    const [name, number] = (owners[index] ?? '').split('#');
    const passage = name === owner ? taken[Number(number)] : undefined;
    if (passage === undefined) left.push(owners[index] ?? '');
    else back++;
    result += (passage ?? mark) + piece;
  }
  return { text: result, owners: left, complete: back === taken.length };
}
