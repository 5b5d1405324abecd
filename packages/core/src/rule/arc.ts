/** Arcs over pieces: each is one word as somebody may read it, of one piece, or of several that a disguise parted. */
import type { Piece } from './piece.ts';
import { longestBase, type Reading, readingsOf, singular } from './reading.ts';
import { type Sign, sortedSet } from './sign.ts';

export type Arc = {
  from: number;
  /** The piece after its last one. */
  to: number;
  signs: readonly Sign[];
  readings: readonly Reading[];
  /** Pieces were joined. */
  isJoined: boolean;
};

/** Pieces that one disguised word may be parted into. */
const mostParts = 10;
/** Signs of a run that is read at all; doubled letters count. */
const mostSigns = longestBase * 3;

/** The arcs that begin at each piece. */
export function arcsOf(pieces: readonly Piece[]): Arc[][] {
  return pieces.map((piece, from) => {
    const single = singleArc(piece, from);
    return piece.isLink || !mayBegin(piece, pieces[from + 1]) ? [single] : [single, ...joinedArcs(pieces, from)];
  });
}

function singleArc(piece: Piece, from: number): Arc {
  const { signs } = piece;
  const readings = signs.length > mostSigns ? [] : readingsOf(signs);
  const stars = piece.isStarred ? starred([piece]) : [];
  return {
    from,
    to: from + 1,
    signs,
    readings: stars.length > 0 ? [...readings, ...stars] : readings,
    isJoined: false,
  };
}

/** A look that costs nothing: two words with a blank between them are no disguise, and most are so. */
function mayBegin(piece: Piece, next: Piece | undefined): boolean {
  return next !== undefined && (next.gap !== 'blank' || (isSingle(piece) && isSingle(next)));
}

function joinedArcs(pieces: readonly Piece[], from: number): Arc[] {
  const arcs: Arc[] = [];
  for (let to = from + 2; to <= Math.min(pieces.length, from + mostParts); to++) {
    const parts = pieces.slice(from, to);
    if (!mayJoin(parts)) break;
    if (isDisguise(parts, pieces[to])) arcs.push(joinedArc(pieces, from, to));
  }
  return arcs;
}

const isSingle = ({ signs }: Piece) => signs.length === 1;
const isShort = ({ signs }: Piece) => signs.length <= 3;
const sizeOf = (parts: readonly Piece[]) => parts.reduce((sum, { signs }) => sum + signs.length, 0);

/** Whether the last part may be the same word's as those before it. */
function mayJoin(parts: readonly Piece[]): boolean {
  const last = parts.at(-1)!;
  if (last.isLink || last.gap === 'break' || sizeOf(parts) > longestBase) return false;
  if (last.gap === 'signs') return !/[,;:()"'”“]/.test(last.gapSigns) || isSingle(last);
  const lone = parts.every(isSingle);
  return lone && (last.gap === 'blank' || /^[.*_~•·-]$/.test(last.gapSigns));
}

/** A word in parts, and not a list of letters, an abbreviation or two words with a dash. */
function isDisguise(parts: readonly Piece[], next: Piece | undefined): boolean {
  const signs = parts.flatMap((part) => part.signs);
  if (signs.every(({ kind }) => kind !== 'letter')) return false;
  const hasMarks = signs.some(({ marks }) => marks !== '');
  // `thung-u` is two words, `dd/MM` a form; `lồ.n` is one.
  if (!parts.every(isSingle)) {
    return (
      parts.every(isShort) && parts.slice(1).every(({ gap, gapSigns }) => gap === 'signs' && !/[-/]/.test(gapSigns))
    );
  }
  if (parts.length > 2) return true;
  // Two letters: `đ.m`, `đ m`, `v.l`; `đ/m` is a price.
  const [, second] = parts as [Piece, Piece];
  const goesOn = next !== undefined && isSingle(next) && next.gap === second.gap && next.gap === 'signs';
  return !goesOn && !second.gapSigns.includes('/') && (hasMarks || second.gap === 'signs');
}

function joinedArc(pieces: readonly Piece[], from: number, to: number): Arc {
  const parts = pieces.slice(from, to);
  const signs = parts.flatMap((part) => part.signs);
  // Capitals with dots are an abbreviation: `C.A.C`.
  const isAbbreviation = signs.every(({ isCapital, marks }) => isCapital && marks === '');
  const readings = signs.length > mostSigns ? [] : readingsOf(signs, !isAbbreviation);
  return { from, to, signs, readings: [...readings, ...starred(parts)], isJoined: true };
}

/** `l*n`, `f**k`: stars for vowels; `l**`: stars for all but the first letter. */
function starred(parts: readonly Piece[]): Reading[] {
  const [first, second] = parts as [Piece, Piece | undefined];
  const isInside = parts.length === 2 && second!.gap === 'signs' && /^\*+$/.test(second!.gapSigns);
  const isCut = parts.length === 1 && first.isStarred && isSingle(first);
  if (!isInside && !isCut) return [];
  const bases = parts.map(({ signs }) => signs.map(({ base }) => base).join(''));
  const marks = sortedSet(parts.flatMap(({ signs }) => signs.flatMap((sign) => [...sign.marks])));
  const base = isCut ? `${bases[0]}*` : bases.join('*');
  // Alone, stars behind a letter may be the end of bold text.
  const reading = { base, marks, isDisguised: true, isPart: isCut };
  return [reading, ...singular(reading)];
}
