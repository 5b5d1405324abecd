/** The rule for shouting: a text mostly in capitals. Titles, abbreviations and a heading in capitals are none. */
import { type Piece, piecesOf } from './piece.ts';
import type { Finding, RuleSettings } from './schema.ts';

/** A word of so few letters may be an abbreviation: UBND, TP, BQLDA. */
const longestAbbreviation = 5;

/** The whole text, when most letters of its words are capitals. */
export function findShouting(text: string, settings: RuleSettings['shouting'], pieces = piecesOf(text)): Finding[] {
  if (!settings.on) return [];
  let [letters, capitals] = [0, 0];
  for (const piece of pieces) {
    if (piece.isNumber || piece.isLink || isAbbreviation(piece)) continue;
    for (const { kind, isCapital } of piece.signs) {
      if (kind !== 'letter') continue;
      letters++;
      if (isCapital) capitals++;
    }
  }
  if (letters < settings.leastLetters || capitals < letters * settings.share) return [];
  return [{ rule: 'shouting', reason: 'other', words: text.slice(0, 200), start: 0, end: text.length }];
}

/** In capitals, without a Vietnamese mark but Đ, and no syllable: consonants. */
function isAbbreviation({ signs }: Piece): boolean {
  return (
    signs.length <= longestAbbreviation &&
    signs.every(({ isCapital, kind }) => isCapital || kind === 'digit') &&
    !signs.some(({ base }) => /[aeiouy]/.test(base))
  );
}
