/**
 * Things stand in a family: a solution answers its challenge, a comment speaks of what it hangs on, mostly without saying its name
 * again. What fits makes its family fit, too.
 */
import { type Candidate, type Finder, mostOf } from './candidates.ts';
import { byScore } from './rank.ts';

/** So many of the best, where they fit at least half as well as the very best one, bring their families. */
const mostLeaders = 10;
const leads = 0.5;
/** How much of its fit a thing gives to what hangs on it, and to what it hangs on. */
const toChild: Record<string, number> = { solution: 0.4, comment: 0.3 };
const toParent = 0.2;

/** Candidates with their families, the best first; `fit` scores those that were not found by their own words. */
export function withFamilies(
  found: readonly Candidate[],
  finder: Finder,
  fit: (candidates: readonly Candidate[]) => readonly Candidate[],
): Candidate[] {
  const least = (found[0]?.score ?? 0) * leads;
  const leaders = found.slice(0, mostLeaders).filter(({ score }) => score >= least);
  const known = new Set(found.map(({ n }) => n));
  const related = leaders
    .flatMap((leader) => finder.below(leader, mostOf[leader.kind] ?? {}))
    .filter(({ n }) => !known.has(n));
  const all = [...found, ...fit([...new Map(related.map((one) => [one.n, one])).values()])];
  const fitting = all.filter(({ score }) => score > 0);
  const own = new Map(fitting.map(({ id, score }) => [id, score]));
  const children = new Map<string, number>();
  for (const { parent, score } of fitting) if (parent) children.set(parent, Math.max(children.get(parent) ?? 0, score));
  for (const one of all) {
    // Nearer to what fits better, but never past it.
    const above = (toChild[one.kind] ?? 0) * Math.max(0, (own.get(one.parent ?? '') ?? 0) - one.score);
    const below = toParent * Math.max(0, (children.get(one.id) ?? 0) - one.score);
    one.score += Math.max(above, below);
  }
  // What was not looked at stays in the order in which it was found.
  const [scored, others] = [all.filter(({ score }) => score > 0), all.filter(({ score }) => score === 0)];
  return [...scored.sort(byScore), ...others];
}
