/** Reads a question: words, phrases in quotes, words that must not be there; each with what else may stand for it. */

import { hasMarks, type Word, wordsIn } from '../text/words.ts';
import { gazetteer, type PlaceName, placeSorts } from './gazetteer.ts';
import { mayMean, type Synonym, synonyms } from './synonyms.ts';

/** A part of the question that must be found in one of its forms. */
export type Term = {
  words: readonly Word[];
  /** Whether it was put into quotes: then it is looked for as it stands. */
  isPhrase: boolean;
  /** Phrases that mean the same. */
  others: readonly (readonly Word[])[];
  /** Codes of the wards that are called so, or were. */
  wards: readonly string[];
};

export type Plan = { terms: readonly Term[]; without: readonly Word[] };

/** Words that say little of what is looked for; left out where others remain. */
const empty = new Set(
  (
    'là và của cho các những một này đó thì mà với để được bị ở tại trong ngoài trên dưới từ đến về theo như vào ra lên rất quá nhiều ' +
    'hơn cũng đã đang sẽ vẫn còn có không chưa ai gì nào sao thế làm khi nếu tôi chúng mình anh chị em bạn ơi ạ nhé cần phải nên hay hoặc do vì bởi tới'
  ).split(' '),
);
const emptyEnglish = new Set(
  'a an the of for to in on at by and or is are be was were with from this that it as how what why where do does can i we you my our there no not too so many much about'.split(
    ' ',
  ),
);

/** The most terms that are looked for; the rest of a long question adds little. */
const mostTerms = 12;

/** The plan of a question. Any text has one: signs that mean nothing are passed over. */
export function planOf(question: string): Plan {
  const without: Word[] = [];
  const terms: Term[] = [];
  const spelt = question
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/\b([PpQq])\.\s*(?=\p{L})/gu, '$1 ');
  for (const [piece, phrase] of spelt.matchAll(/"([^"]*)"|[^"]+/g)) {
    if (phrase !== undefined) {
      const words = wordsIn(phrase);
      if (words.length > 0) terms.push({ words, isPhrase: true, others: [], wards: [] });
      continue;
    }
    const kept = piece.replace(/(^|\s)-(\p{L}[\p{L}\p{M}\p{N}]*)/gu, (_, before: string, word: string) => {
      without.push(...wordsIn(word));
      return before;
    });
    terms.push(...termsIn(wordsIn(kept)));
  }
  return { terms: withoutEmpty(terms).slice(0, mostTerms), without };
}

function termsIn(words: readonly Word[]): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const { term, next } = termAt(words, at);
    if (term) terms.push(term);
    at = next;
  }
  return terms;
}

function termAt(words: readonly Word[], at: number): { term?: Term; next: number } {
  const word = words[at]!;
  // `phường Láng`, `q. Cầu Giấy`: the sort belongs to the name behind it.
  if (placeSorts.has(word.folded) && at + 1 < words.length) {
    const place = placeAt(words, at + 1);
    if (place) return { term: placed(words, at + 1, place), next: at + 1 + place.folded.length };
  }
  const synonym = synonymAt(words, at);
  const place = placeAt(words, at);
  if (place && place.folded.length > 1 && place.folded.length >= (synonym?.words.length ?? 0))
    return { term: placed(words, at, place), next: at + place.folded.length };
  const length = synonym?.words.length ?? 1;
  const own = words.slice(at, at + length);
  return { term: { words: own, isPhrase: length > 1, others: synonym?.others ?? [], wards: [] }, next: at + length };
}

function placed(words: readonly Word[], at: number, { folded, codes }: PlaceName): Term {
  return { words: words.slice(at, at + folded.length), isPhrase: folded.length > 1, others: [], wards: codes };
}

function placeAt(words: readonly Word[], at: number): PlaceName | undefined {
  return gazetteer()
    .get(words[at]!.folded)
    ?.find(({ folded, exact }) =>
      folded.every((want, index) => {
        const typed = words[at + index];
        return typed?.folded === want && (!hasMarks(typed) || typed.exact === exact[index]);
      }),
    );
}

function synonymAt(words: readonly Word[], at: number): Synonym | undefined {
  return synonyms()
    .get(words[at]!.folded)
    ?.find((synonym) => synonym.words.every((meant, index) => words[at + index] && mayMean(words[at + index]!, meant)));
}

function withoutEmpty(terms: readonly Term[]): readonly Term[] {
  const telling = terms.filter(({ words, isPhrase }) => {
    const [word] = words;
    return isPhrase || words.length > 1 || !(empty.has(word!.exact) || emptyEnglish.has(word!.exact));
  });
  return telling.length > 0 ? telling : terms;
}
