/** Reads a question: words, phrases in quotes, words that must not be there; each with what else may stand for it. */

import { hasMarks, type PlacedWord, type Word, wordsIn } from '../text/words.ts';
import { fillersOf } from './filler.ts';
import { gazetteer, type PlaceName, placeSorts, wardsOf } from './gazetteer.ts';
import { mayMean, type Synonym, synonyms } from './synonyms.ts';

/** A part of the question that must be found in one of its forms. */
export type Term = {
  words: readonly Word[];
  /** Whether its words are one name or word; when they were put into quotes, they are looked for as they stand. */
  isPhrase: boolean;
  isQuoted?: boolean;
  /** Phrases that mean the same. */
  others: readonly (readonly Word[])[];
  /** What a phrase is made of, for where its words stand apart; empty for a single word, a place and what was put into quotes. */
  parts: readonly Term[];
  /** What it means, by the same name for all that means it. */
  concept?: string | undefined;
  /** Codes of the wards that are called so, or were; of these, the one that is. */
  wards: readonly string[];
  today?: string;
};

/** `without` holds phrases, mostly of one word. */
export type Plan = { terms: readonly Term[]; without: readonly (readonly Word[])[] };

/** A piece of a question: words outside quotes, or a phrase inside them; `text` is what the places of its words count in. */
export type Piece = { text: string; words: readonly PlacedWord[]; isQuoted: boolean };
export type Pieces = { wanted: readonly Piece[]; without: readonly (readonly Word[])[] };

/** The most terms that are looked for; the rest of a long question adds little. */
const mostTerms = 12;

const quotedOrNot = /(?<=^|\s)-"(?<no>[^"]*)"|"(?<phrase>[^"]*)"|(?<=^|\s)-(?<word>\p{L}[\p{L}\p{M}\p{N}]*)/gu;

/** Splits a question into what is wanted and what is not. Signs that mean nothing are passed over. */
export function piecesOf(question: string): Pieces {
  const spelt = question
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/\b([PpQq])\.\s*(?=\p{L})/gu, '$1 ');
  const wanted: Piece[] = [];
  const want = (text: string, isQuoted: boolean) => wanted.push({ text, words: wordsIn(text), isQuoted });
  const without: Word[][] = [];
  let at = 0;
  for (const { 0: whole, index, groups } of spelt.matchAll(quotedOrNot)) {
    want(spelt.slice(at, index), false);
    const unwanted = groups?.no ?? groups?.word;
    if (unwanted !== undefined) without.push(wordsIn(unwanted));
    else want(groups?.phrase ?? '', true);
    at = index + whole.length;
  }
  want(spelt.slice(at), false);
  return {
    wanted: wanted.filter(({ words }) => words.length > 0),
    without: without.filter((words) => words.length > 0),
  };
}

/** The plan of a question's pieces. Every question has one, if only without terms. */
export function planOf({ wanted, without }: Pieces): Plan {
  const terms = wanted.flatMap(({ words, isQuoted }): Term[] =>
    isQuoted ? [{ words, isPhrase: words.length > 1, isQuoted, others: [], parts: [], wards: [] }] : termsIn(words),
  );
  return { terms: withoutFillers(terms).slice(0, mostTerms), without };
}

/** The terms of words that follow each other; none of more words than `longest`. */
export function termsIn(words: readonly Word[], longest = words.length): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const { term, next } = placeTermAt(words, at) ?? wordTermAt(words, at, longest);
    terms.push(term);
    at = next;
  }
  return terms;
}

type Step = { term: Term; next: number };

/** A place with what belongs to its name: `phường Láng`, `q. Cầu Giấy`, `huyện Đông Anh cũ`. */
function placeTermAt(words: readonly Word[], at: number): Step | undefined {
  const hasSort = placeSorts.has(words[at]!.folded) && at + 1 < words.length;
  const from = hasSort ? at + 1 : at;
  const place = placeAt(words, from) ?? (hasSort ? placeAt(words, at) : undefined);
  if (!place) return undefined;
  const { folded } = place;
  const isNamed = hasSort && placeAt(words, from) === place;
  const start = isNamed ? from : at;
  const synonym = synonymAt(words, start, words.length);
  if (!isNamed && (folded.length === 1 || folded.length < (synonym?.words.length ?? 0))) return undefined;
  const end = start + folded.length;
  const own = words.slice(start, end);
  const { codes, today } = wardsOf(place, isNamed ? words[at]!.folded : undefined);
  const term = { words: own, isPhrase: own.length > 1, others: [], parts: [], wards: codes, ...(today && { today }) };
  return { term, next: words[end]?.exact === 'cũ' ? end + 1 : end };
}

function wordTermAt(words: readonly Word[], at: number, longest: number): Step {
  const synonym = synonymAt(words, at, longest);
  const length = synonym?.words.length ?? 1;
  const own = words.slice(at, at + length);
  const parts = length > 1 ? termsIn(own, length - 1) : [];
  return {
    term: {
      words: own,
      isPhrase: length > 1,
      others: synonym?.others ?? [],
      parts,
      concept: synonym?.concept,
      wards: [],
    },
    next: at + length,
  };
}

/** The place whose name, today's or a former one, stands there; the longest. */
export function placeAt(words: readonly Word[], at: number): PlaceName | undefined {
  return gazetteer()
    .get(words[at]!.folded)
    ?.find(({ folded, exact }) =>
      folded.every((want, index) => {
        const typed = words[at + index];
        return typed?.folded === want && (!hasMarks(typed) || typed.exact === exact[index]);
      }),
    );
}

function synonymAt(words: readonly Word[], at: number, longest: number): Synonym | undefined {
  const stands = (meant: Word, index: number) => words[at + index] && mayMean(words[at + index]!, meant);
  return synonyms()
    .get(words[at]!.folded)
    ?.find((synonym) => synonym.words.length <= longest && synonym.words.every(stands));
}

function withoutFillers(terms: readonly Term[]): readonly Term[] {
  const isFiller = fillersOf(terms.flatMap(({ words }) => words));
  const telling = terms.filter(({ words, isPhrase, isQuoted }) => isPhrase || isQuoted || !isFiller(words[0]!));
  return telling.length > 0 ? telling : terms;
}
