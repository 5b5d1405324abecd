/** Finds the words of a list in a text, however they are disguised. */
import { accepts, excuses, type Path, type Typing } from './accept.ts';
import { type Arc, arcsOf } from './arc.ts';
import { isInnocent } from './context.ts';
import { type Piece, piecesOf } from './piece.ts';
import type { Finding, RuleEntry, RuleList } from './schema.ts';
import { addException, addPattern, type Exception, emptyNode, type Node, nameOf } from './trie.ts';
import { gap, type Token, tokensOf, waysOf, widestGap } from './words.ts';

/** For tests and figures: how many steps of the tree a text took. */
export type Steps = { count: number };
export type CompiledRules = {
  list: RuleList;
  match(text: string, steps?: Steps, pieces?: readonly Piece[]): Finding[];
};

type Found = { entry: number; first: Arc; last: Arc };
type Walk = {
  arcs: Arc[][];
  found: Found[];
  seen: Map<Node, Map<number, number>>;
  excused: Excused;
  steps: Steps;
  text: Nature;
};
/** Exceptions by the piece they stand on, and by sentence. */
type Excused = { pieces: Map<number, Set<Exception>>; sentences: Map<number, Set<Exception>> };
type Nature = { entries: readonly RuleEntry[]; pieces: readonly Piece[]; typing: Typing; isShouted: boolean };

/** Makes ready to match. It takes some tenths of a second for 20,000 entries, so whoever reads many texts keeps it. */
export function compileRules(list: RuleList): CompiledRules {
  const root = emptyNode();
  // Many entries share their exceptions: each is read once.
  const exceptions = new Map<string, { tokens: Token[]; names: string[]; entries: Exception['entries'] }>();
  for (const [index, { words, except = [] }] of list.entries.entries()) {
    const ways = waysOf(words);
    for (const way of ways) addPattern(root, index, way);
    const own = new Set(ways.flat().map(nameOf));
    for (const one of except) {
      const exception = exceptions.get(one) ?? exceptionOf(one);
      exceptions.set(one, exception);
      exception.entries.set(index, exception.names.some((name) => own.has(name)) ? 'on it' : 'same sentence');
    }
  }
  for (const { tokens, entries } of exceptions.values()) addException(root, tokens, entries);
  return {
    list,
    match: (text, steps = { count: 0 }, pieces = piecesOf(text)) => matchIn(text, pieces, root, list.entries, steps),
  };
}

function exceptionOf(words: string) {
  const tokens = tokensOf(words);
  return { tokens, names: tokens.map(nameOf), entries: new Map() };
}

function matchIn(
  text: string,
  pieces: readonly Piece[],
  root: Node,
  entries: readonly RuleEntry[],
  steps: Steps,
): Finding[] {
  if (root.next.size === 0) return [];
  const walk: Walk = {
    arcs: arcsOf(pieces),
    found: [],
    seen: new Map(),
    excused: { pieces: new Map(), sentences: new Map() },
    steps,
    text: { entries, pieces, ...natureOf(pieces) },
  };
  for (const arcs of walk.arcs) {
    if (walk.seen.size > 0) walk.seen = new Map();
    for (const arc of arcs) step(walk, root, arc, arc, []);
  }
  const kept = walk.found.filter((one) => !isExcused(one, walk));
  return withoutInner(kept.map(({ entry, first, last }) => findingOf(text, entries[entry]!, first, last)));
}

function step(walk: Walk, node: Node, first: Arc, arc: Arc, path: Path): void {
  for (const reading of arc.readings) {
    walk.steps.count++;
    const next = node.next.get(reading.base);
    if (!next || isSeenEnough(walk, next, arc.to)) continue;
    const longer = [...path, reading];
    collect(walk, next, first, arc, longer);
    goOn(walk, next, first, arc.to, longer, 0);
    const afterGap = next.next.get(gap.base);
    if (afterGap) goOn(walk, afterGap, first, arc.to, longer, widestGap);
  }
}

/** The same words may be read in several ways that differ in marks. More of them lead nowhere else, and would be too many. */
const mostReadings = 4;

function isSeenEnough({ seen }: Walk, node: Node, to: number): boolean {
  let ends = seen.get(node);
  if (!ends) {
    ends = new Map();
    seen.set(node, ends);
  }
  const times = ends.get(to) ?? 0;
  ends.set(to, times + 1);
  return times >= mostReadings;
}

/** Goes on with the word that follows, or with one of those behind it, as many as a gap may leave out. */
function goOn(walk: Walk, node: Node, first: Arc, from: number, path: Path, mayLeaveOut: number): void {
  if (node.next.size === 0) return;
  for (let at = from; at <= from + mayLeaveOut && at < walk.arcs.length; at++) {
    if (isParted(walk.text.pieces[at]!)) return;
    for (const arc of walk.arcs[at]!) step(walk, node, first, arc, path);
  }
}

/** Words of a phrase stand in one line; a comma or a dash between them is no hindrance, an end of a sentence is. */
function isParted({ gap: between, gapSigns }: Piece): boolean {
  return between === 'break' || (between === 'both' && /[.!?;:()]/.test(gapSigns));
}

function collect(walk: Walk, node: Node, first: Arc, last: Arc, path: Path): void {
  const { entries, pieces, typing, isShouted } = walk.text;
  for (const pattern of node.patterns) {
    walk.steps.count++;
    if (!accepts(pattern, path, entries[pattern.entry]!, typing)) continue;
    if (path.length === 1 && isInnocent(last, pieces, isShouted)) continue;
    walk.found.push({ entry: pattern.entry, first, last });
    break;
  }
  for (const exception of node.exceptions) {
    if (!excuses(exception.tokens, path, typing)) continue;
    addTo(walk.excused.sentences, pieces[first.from]!.sentence, exception);
    for (let piece = first.from; piece < last.to; piece++) addTo(walk.excused.pieces, piece, exception);
  }
}

function addTo(sets: Map<number, Set<Exception>>, key: number, exception: Exception): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(exception));
}

/** Whether words stand there that make the found ones innocent. */
function isExcused({ entry, first, last }: Found, { excused, text }: Walk): boolean {
  const hasReason = (there: Set<Exception> | undefined, where: 'on it' | 'same sentence') =>
    there !== undefined && [...there].some(({ entries }) => entries.get(entry) === where);
  if (hasReason(excused.sentences.get(text.pieces[first.from]!.sentence), 'same sentence')) return true;
  for (let piece = first.from; piece < last.to; piece++) if (hasReason(excused.pieces.get(piece), 'on it')) return true;
  return false;
}

/** How the whole text is typed: hardly any marks; mostly in capitals. */
function natureOf(pieces: readonly Piece[]): { typing: Typing; isShouted: boolean } {
  let [words, marked, letters, capitals] = [0, 0, 0, 0];
  for (const { signs, isNumber } of pieces) {
    if (isNumber) continue;
    words++;
    letters += signs.length;
    if (signs.some(({ marks }) => marks !== '')) marked++;
    for (const { isCapital } of signs) if (isCapital) capitals++;
  }
  const isMarked = marked > words * 0.15;
  const typing = words < 4 ? 'short' : isMarked ? 'marked' : 'unmarked';
  return { typing, isShouted: words > 2 && capitals > letters * 0.6 };
}

function findingOf(text: string, { id, reason }: RuleEntry, first: Arc, last: Arc): Finding {
  const [start, end] = [first.signs[0]!.start, last.signs.at(-1)!.end];
  return { rule: id, reason, words: text.slice(start, end), start, end };
}

/** By place; what stands inside a longer finding of the same reason is left out. */
function withoutInner(findings: readonly Finding[]): Finding[] {
  const sorted = findings.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  const reach = new Map<string, number>();
  for (const finding of sorted) {
    if (finding.end <= (reach.get(finding.reason) ?? -1)) continue;
    reach.set(finding.reason, finding.end);
    kept.push(finding);
  }
  return kept;
}
