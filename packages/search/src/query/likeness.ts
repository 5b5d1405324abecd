/**
 * How much two texts are about the same: by the words they share, the pairs of words that follow each other, and what words mean,
 * in both languages.
 */
import { isSyllable } from '@hanoi/core/shared/syllable';
import { hasMarks, type Word } from '../text/words.ts';
import { type Term, termsIn } from './plan.ts';

/** Weights of words, pairs and meanings; the length is 1. */
export type Vector = ReadonlyMap<string, number>;

/** The words of a text's parts. */
export type Texts = Record<'title' | 'summary' | 'body', readonly Word[]>;
/** How telling a term is: high for rare ones. */
export type Telling = (term: Term) => number;

/** A Vietnamese word mostly has two syllables, so pairs tell more than what single syllables do; what is meant, as much as a word. */
const weightsOf = { pair: 1.4, meaning: 1 };
const partWeights = { title: 1.3, summary: 1, body: 0.5 };
/** So many words of a part are compared: what matters is said first. */
const longestPart = 150;
/** Before the name of what is meant, which is no word. */
const meant = '=';

/** The vector of a text. */
export function vectorOf(texts: Texts, telling: Telling): Vector {
  const weights = new Map<string, number>();
  for (const part of ['title', 'summary', 'body'] as const)
    addText(weights, texts[part].slice(0, longestPart), telling, partWeights[part]);
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  if (length > 0) for (const [key, weight] of weights) weights.set(key, weight / length);
  return weights;
}

function addText(weights: Map<string, number>, words: readonly Word[], telling: Telling, factor: number): void {
  const own = words.map((word) => telling(single(word)));
  for (const [index, { folded }] of words.entries()) {
    raise(weights, folded, own[index]! * factor);
    const next = words[index + 1];
    if (next)
      raise(weights, `${folded} ${next.folded}`, weightsOf.pair * factor * ((own[index]! + own[index + 1]!) / 2));
  }
  for (const term of termsIn(words)) {
    const [word] = term.words;
    // A syllable without marks may be many words.
    const isSure = term.isPhrase || hasMarks(word!) || !isSyllable(word!.exact);
    if (term.concept && isSure) raise(weights, meant + term.concept, weightsOf.meaning * factor * telling(term));
  }
}

function single(word: Word): Term {
  return { words: [word], isPhrase: false, others: [], parts: [], wards: [] };
}

/** Said twice is not twice as much. */
function raise(weights: Map<string, number>, key: string, weight: number): void {
  const before = weights.get(key) ?? 0;
  weights.set(key, Math.max(before, weight) + (before > 0 ? weight * 0.3 : 0));
}

/** From 0, nothing in common, to 1, the same. */
export function likeness(one: Vector, other: Vector): number {
  let sum = 0;
  for (const [key, weight] of one) sum += weight * (other.get(key) ?? 0);
  return sum;
}

/** The words and pairs that both have, what makes them most alike first; each word once. */
export function sharedWords(one: Vector, other: Vector): string[] {
  const shared = [...one.keys()].filter((key) => other.has(key) && !key.startsWith(meant));
  const share = (key: string) => one.get(key)! * other.get(key)!;
  const said = new Set<string>();
  return shared
    .sort((a, b) => share(b) - share(a))
    .filter((key) => {
      const words = key.split(' ');
      const isNew = !words.some((word) => said.has(word));
      for (const word of words) said.add(word);
      return isNew;
    });
}
