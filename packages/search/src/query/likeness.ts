/** How much two short texts are about the same: by the words they share, and the pairs of words that follow each other. */
import { type Word, wordsIn } from '../text/words.ts';

/** Weights of words and pairs of words; the length is 1. */
export type Vector = ReadonlyMap<string, number>;

/** How telling a folded word is: high for rare ones. */
export type Telling = (folded: string) => number;

/** A Vietnamese word mostly has two syllables, so pairs tell more than what single syllables do. */
const pairWeight = 1.4;
const titleWeight = 1.6;

/** The vector of a title and a summary. */
export function vectorOf(title: string, summary: string, telling: Telling): Vector {
  const weights = new Map<string, number>();
  addText(weights, wordsIn(title), telling, titleWeight);
  addText(weights, wordsIn(summary), telling, 1);
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  if (length > 0) for (const [key, weight] of weights) weights.set(key, weight / length);
  return weights;
}

function addText(weights: Map<string, number>, words: readonly Word[], telling: Telling, factor: number): void {
  for (const [index, { folded }] of words.entries()) {
    const own = telling(folded);
    raise(weights, folded, own * factor);
    const next = words[index + 1];
    if (next) raise(weights, `${folded} ${next.folded}`, pairWeight * factor * ((own + telling(next.folded)) / 2));
  }
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

/** The words that both have, the most telling first; a pair instead of its two words. */
export function sharedWords(one: Vector, other: Vector): string[] {
  const shared = [...one].filter(([key]) => other.has(key)).sort((a, b) => b[1] - a[1]);
  const pairs = new Set(shared.flatMap(([key]) => (key.includes(' ') ? key.split(' ') : [])));
  return shared.map(([key]) => key).filter((key) => key.includes(' ') || !pairs.has(key));
}
