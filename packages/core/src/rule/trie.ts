/** The words of a list as a tree of syllables, in which all of them are looked for at once. */
import { sortedSet } from './sign.ts';
import { gap, type Token } from './words.ts';

/** An entry's words at the end of their path, gaps left out. Several may share a path and differ in their marks. */
export type Pattern = { entry: number; tokens: readonly Token[]; isOneWord: boolean };

/** Words that make entries innocent: those of which they repeat a word where they stand on it, others in the same sentence. */
export type Exception = { tokens: readonly Token[]; entries: Map<number, 'on it' | 'same sentence'> };

export type Node = { next: Map<string, Node>; patterns: Pattern[]; exceptions: Exception[] };

/** A tree without words. */
export function emptyNode(): Node {
  return { next: new Map(), patterns: [], exceptions: [] };
}

/** Adds a way to say an entry: its words, the same written as one (`vaynong`), and with stars for vowels (`l*n`). */
export function addPattern(root: Node, entry: number, way: readonly Token[]): void {
  addWay(root, entry, way, false);
  for (const [at, token] of way.entries()) {
    const star = token.base.replace(/(?<=^[a-z]+)[aeiouy]+(?=[a-z]+$)/, '*');
    if (star !== token.base) addWay(root, entry, way.with(at, { base: star, marks: token.marks }), false);
    const cut = /^[b-df-hj-np-tv-z](?=[aeiouy])/.exec(token.base);
    if (cut) addWay(root, entry, way.with(at, { base: `${cut[0]}*`, marks: token.marks }), false);
  }
  if (way.length === 1 || way.includes(gap)) return;
  const base = way.map((token) => token.base).join('');
  addWay(root, entry, [{ base, marks: sortedSet(way.flatMap(({ marks }) => [...marks])) }], true);
}

function addWay(root: Node, entry: number, way: readonly Token[], isOneWord: boolean): void {
  const tokens = way.filter((token) => token !== gap);
  nodeAt(root, way).patterns.push({ entry, tokens, isOneWord });
}

/** Adds words that make entries innocent where they stand on a word of theirs or in the same sentence. */
export function addException(root: Node, tokens: readonly Token[], entries: Exception['entries']): void {
  const { exceptions } = nodeAt(root, tokens);
  const isSame = (other: Exception) => other.tokens.every(({ marks }, at) => marks === tokens[at]!.marks);
  const known = exceptions.find(isSame);
  if (known) for (const [entry, where] of entries) known.entries.set(entry, where);
  else exceptions.push({ tokens, entries });
}

/** A word with its marks, as a name. */
export function nameOf({ base, marks }: Token): string {
  return `${base} ${marks}`;
}

function nodeAt(root: Node, path: readonly Token[]): Node {
  let node = root;
  for (const { base } of path) {
    let next = node.next.get(base);
    if (!next) {
      next = emptyNode();
      node.next.set(base, next);
    }
    node = next;
  }
  return node;
}
