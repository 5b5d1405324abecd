/** How well one text fits a question: which of the terms it has, where, how spelt, and how close to each other. */
import { isSyllable } from '@hanoi/core/shared/syllable';
import type { Numbers, Said } from '../replica/said.ts';
import type { Spellings } from '../replica/spellings.ts';
import { hasMarks, type Word } from '../text/words.ts';
import type { Plan, Term } from './plan.ts';

/**
 * How much it says that a term stands in the title, the tags, the summary, the body; that the thing lies in the ward of this name,
 * or only where there was a ward or district of this name.
 */
const partWeights = { title: 0.7, tags: 0.5, summary: 0.4, body: 0.25, place: 0.6, formerPlace: 0.4 };
/**
 * What means the same, and where it is but one syllable, which may mean much else; words of one name that stand apart; a word
 * whose marks no text has; other marks than typed, in a text without any and in one with them; small letters for capitals.
 */
const strengths = { same: 0.95, syllable: 0.75, apart: 0.4, slip: 0.6, noMarks: 0.9, otherMarks: 0.08, small: 0.5 };
/** Words that follow each other as they were typed tell more than the words alone. */
const pairWeight = 0.5;
const farthest = 4;

type Form = { term: number; words: readonly Word[]; strength: number; needsMarks: boolean; part?: Part };
type Part = { at: number; share: number };
type Hit = { term: number; from: number; until: number; strength: number };

export type Fit = (said: Said, ward: string | null) => number;
/** How telling a term is: high for rare ones; and whether any text spells a word so. */
export type Knowledge = { telling(term: Term): number; isSpelling(word: Word): boolean; spellings: Spellings };
/** Forms by the numbers of the spellings of their first word. */
type Forms = ReadonlyMap<number, Form[]>;

/** The fit of texts with a plan: 0 for none, about 1 where all terms stand in title, summary and body. */
export function fitOf({ terms }: Plan, knowledge: Knowledge): Fit {
  const weights = terms.map(knowledge.telling);
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const forms = byNumber(
    terms.flatMap((term, index) => formsOf(term, index, knowledge)),
    knowledge.spellings,
  );
  const text = { terms, forms, word: knowledge.spellings.word };
  return (said, ward) => {
    const score = terms.map(() => 1);
    const pair = terms.map(() => 1);
    const best = terms.map(() => 0);
    for (const name of ['title', 'tags', 'summary', 'body'] as const) {
      const found = foundIn(said[name], { ...text, isUnmarked: said.isUnmarked });
      for (const [index, strength] of found.best.entries()) {
        best[index] = Math.max(best[index]!, strength);
        score[index]! *= 1 - partWeights[name] * strength;
        pair[index]! *= 1 - partWeights[name] * found.pairs[index]!;
      }
    }
    for (const [index, { wards, today }] of terms.entries())
      if (ward && wards.includes(ward)) {
        const isFormer = today !== undefined && today !== ward;
        best[index] = Math.max(best[index]!, strengths.same);
        score[index]! *= 1 - (isFormer ? partWeights.formerPlace : partWeights.place);
      }
    const sum = (of: (index: number) => number) => terms.reduce((total, _, index) => total + of(index), 0);
    const single = sum((index) => weights[index]! * (1 - score[index]!));
    const paired = sum((index) => ((weights[index]! + (weights[index + 1] ?? 0)) / 2) * (1 - pair[index]!));
    const coverage = sum((index) => weights[index]! * best[index]!) / whole;
    return ((single + pairWeight * paired) / whole) * coverage;
  };
}

function byNumber(forms: readonly Form[], spellings: Spellings): Forms {
  const grouped = new Map<number, Form[]>();
  for (const [folded, same] of Map.groupBy(forms, ({ words }) => words[0]!.folded))
    for (const number of spellings.numbersOf(folded)) grouped.set(number, same);
  return grouped;
}

function formsOf(term: Term, index: number, knowledge: Knowledge, part?: Part): Form[] {
  // Marks that no text has are a slip.
  const isSlip = (word: Word) => hasMarks(word) && !knowledge.isSpelling(word);
  const own = term.words.map((word) => (isSlip(word) ? { ...word, exact: word.folded } : word));
  const strength = term.words.some(isSlip) ? strengths.slip : 1;
  const forms: Form[] = [{ term: index, words: own, strength, needsMarks: term.isQuoted ?? false, part }];
  for (const words of term.others) {
    const isShort = words.length === 1 && (hasMarks(words[0]!) || isSyllable(words[0]!.exact));
    const same = isShort && term.isPhrase ? strengths.syllable : strengths.same;
    forms.push({ term: index, words, strength: same, needsMarks: words.length === 1, part });
  }
  if (part) return forms;
  const weights = term.parts.map(knowledge.telling);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = term.parts.map((one, at) => formsOf(one, index, knowledge, { at, share: weights[at]! / whole }));
  return [...forms, ...parts.flat()];
}

type Look = { terms: readonly Term[]; forms: Forms; word: Spellings['word']; isUnmarked: boolean };

function foundIn(numbers: Numbers, look: Look) {
  const { terms, forms } = look;
  const best = terms.map(() => 0);
  const apart = new Map<string, number>();
  const hits: Hit[] = [];
  // The innermost loop of a search: without iterators, it takes half the time.
  for (let from = 0; from < numbers.length; from++) {
    const here = forms.get(numbers[from]!);
    if (!here) continue;
    for (const form of here) {
      const strength = strengthAt(numbers, from, form, look);
      if (strength === 0) continue;
      const { term, part } = form;
      if (part) {
        const key = `${term} ${part.at}`;
        apart.set(key, Math.max(apart.get(key) ?? 0, strength * part.share));
        continue;
      }
      best[term] = Math.max(best[term]!, strength);
      hits.push({ term, from, until: from + form.words.length, strength });
    }
  }
  const shares = terms.map(() => 0);
  for (const [key, share] of apart) shares[Number.parseInt(key, 10)]! += share;
  for (const [index, share] of shares.entries()) best[index] = Math.max(best[index]!, strengths.apart * share);
  return { best, pairs: pairsOf(hits, terms.length) };
}

function strengthAt(numbers: Numbers, from: number, form: Form, { word: wordOf, isUnmarked }: Look): number {
  let strength = form.strength;
  for (let step = 0; step < form.words.length; step++) {
    const wanted = form.words[step]!;
    const number = numbers[from + step];
    const word = number === undefined ? undefined : wordOf(number);
    if (word?.folded !== wanted.folded) return 0;
    if (wanted.isCapital && !word.isCapital && !hasMarks(wanted)) strength *= strengths.small;
    if (!hasMarks(wanted) || word.exact === wanted.exact) continue;
    if (isUnmarked) strength *= strengths.noMarks;
    else if (form.needsMarks) return 0;
    else strength *= form.words.length > 1 && step > 0 ? 0.8 : strengths.otherMarks;
  }
  return strength;
}

/** How close each term stands to the one behind it in the question: 1 for directly before it. */
function pairsOf(hits: readonly Hit[], size: number): number[] {
  const pairs = Array.from({ length: size }, () => 0);
  for (const [index, one] of hits.entries())
    for (let next = index + 1; next < hits.length && hits[next]!.from - one.until <= farthest; next++) {
      const other = hits[next]!;
      const gap = other.from - one.until;
      if (gap < 0 || Math.abs(one.term - other.term) !== 1) continue;
      const close = gap === 0 && other.term > one.term ? 1 : 0.4;
      const first = Math.min(one.term, other.term);
      pairs[first] = Math.max(pairs[first]!, close * Math.min(one.strength, other.strength));
    }
  return pairs;
}
