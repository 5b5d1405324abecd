/** The rule for repeats: a text that its author has posted before, and words or signs that go on and on. */
import { type Piece, piecesOf } from './piece.ts';
import type { Finding, RuleSettings } from './schema.ts';

/** Words in a group that is compared; texts with fewer words than a few groups are never the same. */
const groupSize = 3;
const fewestGroups = 6;
/** One sign so often in a row, dots and lines of tables aside. */
const sameSign = /([^\s.\-_=*#|~0-9])\1{14,}/u;

/** The groups of words of a text, in plain letters. */
export function groupsOf(text: string): Set<string> {
  const words = piecesOf(text).map(({ signs }) => signs.map(({ base }) => base).join(''));
  const groups = new Set<string>();
  for (let at = 0; at + groupSize <= words.length; at++) groups.add(words.slice(at, at + groupSize).join(' '));
  return groups;
}

/** The share of groups that two texts have in common (Jaccard), 0 to 1. */
export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((group) => other.has(group)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}

/** Whether a text is long enough to be the same as another. */
export function isComparable(text: string): boolean {
  return groupsOf(text).size >= fewestGroups;
}

/** What repeats itself, or, in what of it is compared, one of the author's `recent` texts. */
export function findRepeats(
  text: string,
  settings: RuleSettings['repeats'],
  recent: readonly string[],
  compared = text,
  pieces = piecesOf(text),
): Finding[] {
  if (!settings.on) return [];
  return [...sameText(compared, settings, recent), ...sameWords(text, settings, pieces), ...sameSigns(text)];
}

function sameText(text: string, { likeness }: RuleSettings['repeats'], recent: readonly string[]): Finding[] {
  if (recent.length === 0) return [];
  const groups = groupsOf(text);
  if (groups.size < fewestGroups) return [];
  const isSame = recent.some((other) => likenessOf(groups, groupsOf(other)) >= likeness);
  return isSame ? [findingOf('repeat-text', text, 0, text.length)] : [];
}

function sameWords(text: string, settings: RuleSettings['repeats'], pieces: readonly Piece[]): Finding[] {
  let run: { word: string; start: number; end: number; times: number } | undefined;
  for (const { signs, isNumber } of pieces) {
    let word = '';
    for (const { name } of signs) word += name;
    const end = signs.at(-1)!.end;
    if (run?.word === word && !isNumber) {
      run.times++;
      run.end = end;
    } else run = { word, start: signs[0]!.start, end, times: 1 };
    if (run.times > settings.sameWord) return [findingOf('repeat-word', text, run.start, run.end)];
  }
  return [];
}

function sameSigns(text: string): Finding[] {
  const found = sameSign.exec(text);
  return found ? [findingOf('repeat-sign', text, found.index, found.index + found[0].length)] : [];
}

function findingOf(rule: string, text: string, start: number, end: number): Finding {
  return { rule, reason: 'spam', words: text.slice(start, Math.min(end, start + 200)), start, end };
}
