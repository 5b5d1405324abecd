/** What has only some of the words of a question, for when too little has all of them. */
import type { Candidate, Finder, IndexName } from './candidates.ts';
import { fillersOf } from './filler.ts';
import { aloneMatch, planMatch } from './match.ts';
import type { Filter } from './narrow.ts';
import type { Plan, Term } from './plan.ts';

/** The newest texts that are taken of each term. */
const mostOfTerm = 500;
/** The most terms that are looked for one by one, the most telling; the most that is found in all. */
const mostOfQuestion = { terms: 6, inAll: 100 };
/** A part of a name tells less than the name. */
const partWeight = 0.4;

/** What has the most telling of the terms, not in order; the closer look is up to the caller. */
export function foundLoosely(
  finder: Finder,
  plan: Plan,
  telling: (term: Term) => number,
  filter: Filter,
  most = mostOfQuestion,
): Candidate[] {
  const isFiller = fillersOf(plan.terms.flatMap(({ words }) => words));
  const weights = new Map<number, number>();
  const indexes: IndexName[] =
    filter.tag === undefined && filter.kind === undefined ? ['subject', 'comment'] : ['subject'];
  const add = (match: string, weight: number): number => {
    let size = 0;
    for (const index of indexes) {
      const numbers = finder.numbers(index, match, mostOfTerm);
      size = Math.max(size, numbers.length);
      for (const n of numbers) weights.set(n, (weights.get(n) ?? 0) + weight);
    }
    return size;
  };
  const terms = plan.terms.map((term) => ({ term, weight: telling(term) })).sort((a, b) => b.weight - a.weight);
  const common = terms
    .slice(0, most.terms)
    .filter(({ term, weight }) => add(aloneMatch(term, plan), weight) === mostOfTerm);
  for (const { term } of terms.slice(0, most.terms))
    for (const part of term.parts)
      if (part.isPhrase || !isFiller(part.words[0]!)) add(aloneMatch(part, plan), telling(part) * partWeight);
  // Of common terms only the newest texts were seen, so what has all of these is asked for.
  const both = common.length > 1 && planMatch({ ...plan, terms: common.map(({ term }) => term) });
  if (both) add(both, 0);
  const best = [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most.inAll)
    .map(([n]) => n);
  return finder.these(best, filter);
}
