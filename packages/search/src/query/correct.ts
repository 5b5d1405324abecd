/** What somebody meant who typed a word that no text has, or one that stands beside no other word of the question in any text. */
import type { DatabaseSync } from 'node:sqlite';
import { isSyllable } from '@hanoi/core/shared/syllable';
import { LRUCache } from 'lru-cache';
import { withoutOne } from '../replica/vocabulary.ts';
import { soundOf } from '../text/syllable.ts';
import { marksOf, typedAs } from '../text/typing.ts';
import { hasMarks, type PlacedWord, unmarked, type Word } from '../text/words.ts';
import { englishOf } from './english.ts';
import { fillersOf } from './filler.ts';
import { placeSorts } from './gazetteer.ts';
import { type Piece, termsIn } from './plan.ts';
import { slipOf } from './slip.ts';

type ToCorrect = Pick<Piece, 'words' | 'isQuoted'>;

export type Corrector = {
  /** How many texts have a folded word, about. */
  textsWith(folded: string): number;
  /** Whether any text spells a word so. */
  isSpelling(word: Word): boolean;
  /** The pieces with what was meant in the place of slips that no text has; the same list where there are none. */
  meant<P extends ToCorrect>(pieces: readonly P[]): readonly P[];
  /** The same also for words that texts have, where they make no pair with the words beside them and another one does. */
  meantBeside<P extends ToCorrect>(pieces: readonly P[]): readonly P[];
};

const mostVariants = 6;
const enoughPairs = 20;
/** How likely a slip must be: of a word that no text has, with the words beside it or without; of one that texts have. */
const likely = { beside: 1, alone: 1.5, known: 2.5 };
/** A word that texts have is read as another one only where that one's pairs are at least this share of the texts it is in. */
const pairsOfTexts = 0.2;

/** A word in the place of a slip, as people are shown it. */
export type MeantWord = PlacedWord & { spelt?: string };

/** A word that may have been meant: how likely it is by its letters, and how many texts have it beside the same words. */
type Neighbour = { other: string; likely: number; pairs: number };
/** What stands around a word, and how the question is written: in English, or with marks. */
type Around = { before: PlacedWord | undefined; behind: PlacedWord | undefined; isEnglish: boolean; isMarked: boolean };

/** The corrector for the texts of the replica in `db`. */
export function openCorrector(db: DatabaseSync): Corrector {
  const count = db.prepare('SELECT docs, folded FROM word WHERE word = ?');
  const near = db.prepare(
    'SELECT DISTINCT w.word, w.docs FROM word_without x JOIN word w ON w.word = x.word WHERE x.without = ? ORDER BY w.docs DESC LIMIT 40',
  );
  const alike = db.prepare('SELECT word, docs FROM word WHERE sound = ? ORDER BY docs DESC LIMIT 20');
  const spellings = db.prepare('SELECT word FROM word WHERE folded = ? ORDER BY docs DESC LIMIT 20');
  const pairs = (['subject', 'comment'] as const).map((name) =>
    db.prepare(
      `SELECT count(*) AS docs FROM (SELECT 1 FROM ${name}_words WHERE ${name}_words MATCH ? LIMIT ${enoughPairs})`,
    ),
  );

  const rowOf = (word: string) => count.get(word) as { docs: number; folded: string } | undefined;
  // An English word stands there twice: as it is spelt, and as its stem, which is what texts are searched by.
  const counted = new LRUCache<string, number>({ max: 5_000, ttl: 60_000 });
  const textsWith = (folded: string) => {
    const known = counted.get(folded);
    if (known !== undefined) return known;
    const row = rowOf(folded);
    if (row?.folded !== folded) return 0;
    // Only what is there is kept: a new word is found at once.
    counted.set(folded, row.docs);
    return row.docs;
  };
  const spellingsOf = (folded: string) => (spellings.all(folded) as { word: string }[]).map(({ word }) => word);

  /** How many texts have the word beside the one before or behind it, up to a limit. */
  const beside = (folded: string, before: Word | undefined, behind: Word | undefined): number => {
    const phrases = [before && `"${before.folded} ${folded}"`, behind && `"${folded} ${behind.folded}"`];
    const found = phrases.flatMap((phrase) => (phrase ? pairs.map((one) => Number(one.get(phrase)!.docs)) : []));
    return found.reduce((sum, docs) => sum + docs, 0);
  };

  const neighbours = ({ folded, exact }: Word): { other: string; likely: number }[] => {
    const rows = [alike.all(soundOf(folded)), ...withoutOne(folded).map((without) => near.all(without))].flat();
    const found = new Map((rows as { word: string; docs: number }[]).map(({ word, docs }) => [word, docs]));
    found.delete(folded);
    const letters = unmarked(exact);
    return [...found]
      .filter(([other]) => textsWith(other) > 0)
      .map(([other, docs]) => ({
        other,
        likely: isSyllable(other) ? slipOf(letters, other) : slipOf(folded, other),
        docs,
      }))
      .map((one) => ({ ...one, rank: one.likely * Math.log2(2 + one.docs) }))
      .filter((one) => one.likely > 0)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, mostVariants);
  };

  /** How texts spell a folded word with the marks that were typed; undefined where none does. */
  const spelling = (typed: Word, folded: string, leftOver = ''): string | undefined => {
    const marks = marksOf(typed.exact, leftOver);
    return marks ? spellingsOf(folded).find((known) => marksOf(known) === marks) : undefined;
  };

  /** A word with the marks that were typed, where a text has it so; else as it is without marks, shown as most texts spell it. */
  const withMarksOf = (typed: PlacedWord, folded: string, { leftOver = '', isMarked = false } = {}): MeantWord => {
    const exact = spelling(typed, folded, leftOver);
    // The folded form counts all spellings together, so it comes first unless no text has the word with marks.
    const commonest = spellingsOf(folded).find((known) => known !== folded) ?? folded;
    // Where others have their marks, a syllable without any was meant to have none.
    const isPlain = isMarked && !leftOver && isSyllable(folded);
    return { ...typed, folded, exact: exact ?? folded, spelt: exact ?? (isPlain ? folded : commonest) };
  };

  /** The word that a keyboard left over as letters or digits, where texts have it. */
  const leftOver = (word: PlacedWord): MeantWord | undefined => {
    const letters = unmarked(word.exact);
    const typed = typedAs(letters);
    return typed && textsWith(typed) > 0 ? withMarksOf(word, typed, { leftOver: letters }) : undefined;
  };

  /** What was meant by a word that no text has. */
  const meantBy = (word: PlacedWord, around: Around): MeantWord | undefined => {
    const left = leftOver(word);
    if (left) return left;
    return best(word, around, (one) => {
      if (around.isEnglish && isSyllable(one.other)) return false;
      return one.likely >= (one.pairs > 0 ? likely.beside : likely.alone);
    });
  };

  /** What was meant by a word that texts have, but not beside these: what they have there often, for how often they have the word. */
  const meantInstead = (word: PlacedWord, around: Around): MeantWord | undefined => {
    const { before, behind } = around;
    if ((!before && !behind) || beside(word.folded, before, behind) > 0) return undefined;
    const texts = rowOf(word.exact)?.docs ?? 0;
    return best(word, around, ({ pairs, likely: how }) => pairs > texts * pairsOfTexts && how >= likely.known);
  };

  const best = (word: PlacedWord, around: Around, fits: (one: Neighbour) => boolean): MeantWord | undefined => {
    if (word.folded.length < 3) return undefined;
    const [first] = neighbours(word)
      // Who types marks means them: a slip in the letters leaves them as they are.
      .filter(({ other }) => !hasMarks(word) || spelling(word, other) !== undefined)
      .map((one) => ({ ...one, pairs: beside(one.other, around.before, around.behind) }))
      .filter(fits)
      .map((one) => ({ ...one, score: one.likely * (1 + Math.log2(1 + one.pairs)) }))
      .sort((a, b) => b.score - a.score);
    return first && withMarksOf(word, first.other, around);
  };

  const corrected = (words: readonly PlacedWord[], alsoKnown: boolean): readonly PlacedWord[] => {
    const isFiller = fillersOf(words);
    const right = knownIn(words);
    const english = englishOf(words);
    const isMarked = words.some(hasMarks);
    // A word that says little stands beside many others, which tells nothing of a slip.
    const telling = (word: PlacedWord | undefined) => (word && !isFiller(word) ? word : undefined);
    return words.reduce((result, word, at) => {
      if (english.words.has(word) || isFiller(word) || /\d{3}/.test(word.folded)) return result;
      // `luts` has the stem of `lut`, as an English plural has: what is left over reads as `lụt` all the same.
      const left = english.common.has(word) || rowOf(word.exact) ? undefined : leftOver(word);
      if (left && left.folded === word.folded) return left.exact === left.folded ? result : result.with(at, left);
      if (right.has(word)) return result;
      const [before, behind] = [result[at - 1], result[at + 1]];
      const isThere = textsWith(word.folded) > 0;
      if (isThere && !alsoKnown) return result;
      const question = { isEnglish: english.isMost, isMarked };
      const meant = isThere
        ? meantInstead(word, { before: telling(before), behind: telling(behind), ...question })
        : meantBy(word, { before, behind, ...question });
      return meant ? result.with(at, meant) : result;
    }, words);
  };

  const changed = <P extends ToCorrect>(pieces: readonly P[], alsoKnown: boolean): readonly P[] => {
    const result = pieces.map((piece) => {
      const words = piece.isQuoted ? piece.words : corrected(piece.words, alsoKnown);
      return words === piece.words ? piece : { ...piece, words };
    });
    return result.every((piece, index) => piece === pieces[index]) ? pieces : result;
  };

  return {
    textsWith,
    isSpelling: ({ exact }) => rowOf(exact) !== undefined,
    meant: (pieces) => changed(pieces, false),
    meantBeside: (pieces) => changed(pieces, true),
  };
}

/** Words that are right whether or not a text has them: of names of places and their sorts, and of what has synonyms. */
function knownIn(words: readonly Word[]): ReadonlySet<Word> {
  const named = termsIn(words).filter(({ others, wards }) => others.length + wards.length > 0);
  return new Set([...named.flatMap((term) => term.words), ...words.filter(({ folded }) => placeSorts.has(folded))]);
}
