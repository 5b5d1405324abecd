/**
 * Which votes of a subject look as if one hand had cast them, and what of that is shown. Pure. One network alone says nothing: a school, an
 * office, and thousands of phones of one carrier share an address. So a group is flagged for two things that do not follow from
 * each other: many votes at once, accounts that are there for nothing else, a rhythm that people do not have; or for so many such accounts
 * that no chance explains them.
 */
import type { PersonId } from '../shared/ids.ts';
import { day, iso } from '../shared/time.ts';
import type { Evidence, Signal } from './schema.ts';
import { span, type Thresholds } from './thresholds.ts';

/** A vote, as far as it is looked at. Times in milliseconds. */
export type SeenVote = {
  person: PersonId;
  at: number /** A mark. */;
  network: string /** When the account was made. */;
  joined: number;
};

type Group = { id: string; votes: readonly SeenVote[] };

/** Networks that get a letter. Smaller ones are not told apart. */
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
/** A network with fewer votes gets none. */
const leastOfNetwork = 5;

/** The networks of votes, the largest first, each with its letter. */
export function networksOf(votes: readonly SeenVote[]): Group[] {
  const networks = [...Map.groupBy(votes, ({ network }) => network).values()];
  const large = networks.filter(({ length }) => length >= leastOfNetwork);
  const sorted = large.toSorted((one, other) => other.length - one.length || one[0]!.at - other[0]!.at);
  return sorted.slice(0, letters.length).map((some, index) => ({ id: letters[index]!, votes: some }));
}

/** Whether the account was new when it voted. */
export function isNew({ at, joined }: SeenVote, { newAccounts }: Thresholds): boolean {
  return at - joined <= newAccounts.age;
}

/** Whose other doings would have to be known: new accounts, where there are enough of them to mean something. */
export function toLookUp(votes: readonly SeenVote[], thresholds: Thresholds): PersonId[] {
  const young = votes.filter((vote) => isNew(vote, thresholds));
  return young.length < thresholds.newAccounts.accounts ? [] : young.map(({ person }) => person);
}

/** The hour with the most of some votes: its beginning and how many there are. */
export function busiestHour(votes: readonly SeenVote[]): { from: number; votes: number } {
  const times = votes.map(({ at }) => at).toSorted((one, other) => one - other);
  let busiest = { from: 0, votes: 0 };
  for (let first = 0, end = 0; first < times.length; first++) {
    while (end < times.length && times[end]! < times[first]! + span) end++;
    if (end - first > busiest.votes) busiest = { from: times[first]!, votes: end - first };
  }
  return busiest;
}

/** How much the intervals between votes differ, as a part of their mean; undefined where there are none, or all at one instant. */
export function variationOf(votes: readonly SeenVote[]): number | undefined {
  const times = votes.map(({ at }) => at).toSorted((one, other) => one - other);
  const intervals = times.slice(1).map((time, index) => time - times[index]!);
  const mean = intervals.reduce((sum, interval) => sum + interval, 0) / intervals.length;
  if (!(mean > 0)) return undefined;
  const variance = intervals.reduce((sum, interval) => sum + (interval - mean) ** 2, 0) / intervals.length;
  return Math.sqrt(variance) / mean;
}

/** What is known beside the votes: who did nothing but vote, and how many votes an hour of the subject usually has. */
export type Known = { onlyVoted: ReadonlySet<PersonId>; usualHour: number; thresholds: Thresholds };

/** What was noticed of votes, and which groups are flagged for it; none where all of it can be chance. */
export function judge(
  votes: readonly SeenVote[],
  known: Known,
): { signals: Signal[]; flagged: Group[]; groups: Group[] } {
  const silent = votes.filter((vote) => known.onlyVoted.has(vote.person));
  const enough = silent.length >= known.thresholds.newAccounts.accounts;
  const groups = [...networksOf(votes), ...(enough ? [{ id: 'new', votes: silent }] : [])];
  const jump = jumpOf(votes, known);
  const judged = groups.map((group) => ({ group, ...signalsOf(group, votes, known, jump) }));
  const flagged = judged.filter(({ isFlagged }) => isFlagged);
  const signals = flagged.flatMap(({ signals }) => signals);
  return {
    signals: [...(jump && flagged.length > 0 ? [jump] : []), ...signals],
    flagged: flagged.map(({ group }) => group),
    groups,
  };
}

function jumpOf(votes: readonly SeenVote[], { usualHour, thresholds: { jump } }: Known): Signal | undefined {
  const busiest = busiestHour(votes).votes;
  const threshold = Math.max(jump.votes, Math.ceil(jump.times * usualHour));
  return busiest >= threshold ? { signal: 'jump', group: null, measured: busiest, threshold } : undefined;
}

function signalsOf(group: Group, all: readonly SeenVote[], { onlyVoted, thresholds }: Known, jump: Signal | undefined) {
  const { burst, newAccounts, regular } = thresholds;
  const signals: Signal[] = [];
  const notice = (signal: Signal['signal'], measured: number, threshold: number) =>
    signals.push({ signal, group: group.id, measured, threshold });

  const busiest = busiestHour(group.votes);
  const inThatHour = all.filter(({ at }) => at >= busiest.from && at < busiest.from + span).length;
  const isBurst = busiest.votes >= burst.votes && busiest.votes >= burst.share * inThatHour;
  if (isBurst) notice('burst', busiest.votes, burst.votes);

  const silent = group.votes.filter(({ person }) => onlyVoted.has(person)).length;
  const isSilent = silent >= newAccounts.accounts && silent >= newAccounts.share * group.votes.length;
  if (isSilent) notice('new-accounts', silent, newAccounts.accounts);

  const variation = group.votes.length >= regular.votes ? variationOf(group.votes) : undefined;
  const isRegular = variation !== undefined && variation <= regular.variation;
  if (isRegular) notice('regular', Math.round(variation * 100) / 100, regular.variation);

  // A burst and a jump both say “many at once”: together they are one thing, as every campaign has both.
  const kinds = [isBurst || jump !== undefined, isSilent, isRegular].filter(Boolean).length;
  const hasOwn = isBurst || isSilent || isRegular;
  return { signals, isFlagged: (hasOwn && kinds >= 2) || (isSilent && silent >= newAccounts.alone) };
}

/** Days under which ages of accounts are counted together. */
const ageSteps = [1, 7, 30, null] as const;

/** What is shown of votes that were flagged. `votes` are all within the time that was looked at. */
export function shownOf(
  votes: readonly SeenVote[],
  { signals, groups }: { signals: Signal[]; groups: readonly Group[] },
  { onlyVoted, thresholds }: Known,
): Omit<Evidence, 'version' | 'from' | 'to' | 'support'> {
  return {
    votes: votes.length,
    groups: groups.map(({ id, votes: some }) => ({
      id,
      votes: some.length,
      newAccounts: some.filter((vote) => isNew(vote, thresholds)).length,
      onlyVoted: some.filter(({ person }) => onlyVoted.has(person)).length,
    })),
    hours: hoursOf(votes, groups),
    ages: ageSteps.map((days, index) => {
      const least = index === 0 ? 0 : ageSteps[index - 1]! * day;
      const most = days === null ? Number.POSITIVE_INFINITY : days * day;
      const isOfAge = ({ at, joined }: SeenVote) =>
        Math.max(0, at - joined) >= least && Math.max(0, at - joined) < most;
      return { days, votes: votes.filter(isOfAge).length };
    }),
    signals,
  };
}

/** The hours in which there were votes, oldest first, each with what of it came from which network. */
function hoursOf(votes: readonly SeenVote[], groups: readonly Group[]): Evidence['hours'] {
  const letterOf = new Map(
    groups.filter(({ id }) => id !== 'new').map(({ id, votes: [first] }) => [first!.network, id]),
  );
  const byHour = Map.groupBy(votes, ({ at }) => Math.floor(at / span) * span);
  return [...byHour]
    .toSorted(([one], [other]) => one - other)
    .map(([hour, some]) => {
      const counts: Record<string, number> = {};
      for (const { network } of some) {
        const letter = letterOf.get(network);
        if (letter) counts[letter] = (counts[letter] ?? 0) + 1;
      }
      return { at: iso(new Date(hour)), votes: some.length, groups: counts };
    });
}
