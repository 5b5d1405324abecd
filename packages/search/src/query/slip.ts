/** How likely it is that a word was typed by a slip for another one. */
import { distance } from 'fastest-levenshtein';
import { soundOf } from '../text/syllable.ts';

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** From 0, never, to 4: what sounds the same was meant more often than what differs by a letter. */
export function slipOf(typed: string, meant: string): number {
  if (soundOf(typed) === soundOf(meant)) return 4;
  const steps = distance(typed, meant);
  const isSameStart = typed[0] === meant[0];
  if (isSwap(typed, meant, steps)) return isSameStart ? 2.5 : 1.2;
  if (steps > (meant.length > 7 ? 2 : 1)) return 0;
  if (withoutDoubles(typed) === withoutDoubles(meant)) return 3;
  const sameStart = isSameStart ? 1.5 : 1;
  if (steps > 1) return 0.7 * sameStart;
  if (typed.length !== meant.length) return 1.2 * sameStart;
  return (areNeighbours(typed, meant) ? 1.2 : 0.5) * sameStart;
}

/** Two letters beside each other that changed places. */
function isSwap(typed: string, meant: string, steps: number): boolean {
  if (steps !== 2 || typed.length !== meant.length) return false;
  const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
  return typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
}

function withoutDoubles(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

/** Whether the only two letters that differ lie beside or above each other on the keyboard. */
function areNeighbours(typed: string, meant: string): boolean {
  const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
  const [one, other] = [placeOf(typed[at]!), placeOf(meant[at]!)];
  return (
    one !== undefined && other !== undefined && Math.abs(one.row - other.row) < 2 && Math.abs(one.at - other.at) < 2
  );
}

function placeOf(letter: string): { row: number; at: number } | undefined {
  const row = keyRows.findIndex((keys) => keys.includes(letter));
  return row < 0 ? undefined : { row, at: keyRows[row]!.indexOf(letter) };
}
