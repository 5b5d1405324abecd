/** Signs as pieces: runs of letters and digits, with what stands between them, sentences and links. */
import { linksIn } from './link.ts';
import { type Sign, signsOf } from './sign.ts';

export type Piece = {
  signs: readonly Sign[];
  /** What parts it from the piece before: nothing but blanks, signs alone, both, or a new line (or the beginning). */
  gap: 'blank' | 'signs' | 'both' | 'break';
  /** The signs of that gap without blanks, at most four of them. */
  gapSigns: string;
  sentence: number;
  isNumber: boolean;
  isLink: boolean;
  /** Stars stand right behind it: `l**`. */
  isStarred: boolean;
};

// Signs that stand for letters count as letters where they stand between letters: `c@c`, `đ!t`, `a$$`.
const letterSigns = new Set(['@', '$', '!', '€', '£', '|']);
/** These also at the end of a word: `nh@`. */
const endSigns = new Set(['@', '$']);

/** The pieces of a text, in order. */
export function piecesOf(text: string): Piece[] {
  const signs = signsOf(text);
  const isInLink = linkReader(text);
  const pieces: Piece[] = [];
  let gap: Sign[] = [];
  let run: Sign[] = [];
  let sentence = 0;
  const close = (end: number) => {
    if (run.length === 0) return;
    if (endsSentence(gap)) sentence++;
    const isStarred = signs[end]?.base === '*' && signs[end + 1]?.base === '*';
    const { kind, signs: gapSigns } = gapOf(pieces.length === 0 ? undefined : gap);
    const isNumber = run.every((sign) => sign.kind === 'digit');
    const isLink = isInLink(run[0]!.start);
    pieces.push({ signs: run, gap: kind, gapSigns, sentence, isNumber, isLink, isStarred });
    gap = [];
    run = [];
  };
  for (let index = 0; index < signs.length; index++) {
    if (isInWord(signs, index)) run.push(signs[index]!);
    else {
      close(index);
      gap.push(signs[index]!);
    }
  }
  close(signs.length);
  return pieces;
}

function isInWord(signs: readonly Sign[], index: number): boolean {
  const sign = signs[index]!;
  if (sign.kind === 'letter' || sign.kind === 'digit') return true;
  const [before, after] = [signs[index - 1], signs[index + 1]];
  if (endSigns.has(sign.base) && before?.kind === 'letter' && after?.kind !== 'digit') return true;
  return letterSigns.has(sign.base) && isWordSign(before) && after?.kind === 'letter';
}

function isWordSign(sign: Sign | undefined): boolean {
  return sign !== undefined && (sign.kind === 'letter' || sign.kind === 'digit' || letterSigns.has(sign.base));
}

function endsSentence(gap: readonly Sign[]): boolean {
  return gap.some(
    ({ kind, base }, index) =>
      kind === 'break' ||
      (/^[.!?;…]/.test(base) && (gap[index + 1]?.kind === 'space' || gap[index + 1]?.kind === 'break')),
  );
}

const blankGap = { kind: 'blank', signs: '' } as const;

/** What parts two pieces, and its signs without blanks; undefined before the first piece. */
function gapOf(gap: readonly Sign[] | undefined): { kind: Piece['gap']; signs: string } {
  // Between most words there is one blank.
  if (gap?.length === 1 && gap[0]!.kind === 'space') return blankGap;
  const others = (gap ?? []).filter(({ kind }) => kind === 'other').map(({ base }) => base);
  const signs = others.slice(0, 4).join('');
  if (gap === undefined || gap.some(({ kind }) => kind === 'break')) return { kind: 'break', signs };
  const blanks = gap.filter(({ kind }) => kind === 'space').length;
  if (blanks === gap.length) return { kind: 'blank', signs };
  return { kind: blanks === 0 ? 'signs' : 'both', signs };
}

/** Says of places in rising order whether they are in a link. */
function linkReader(text: string): (place: number) => boolean {
  const links = linksIn(text);
  let next = 0;
  return (place) => {
    while (next < links.length && links[next]!.end <= place) next++;
    return next < links.length && links[next]!.start <= place;
  };
}
