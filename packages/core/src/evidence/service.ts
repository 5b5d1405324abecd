/** Looks at the latest votes of a subject, and gathers evidence where they look as if one hand had cast them. */
import pMap from 'p-map';
import type { Card } from '../card/schema.ts';
import type { Ctx } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import { after, iso } from '../shared/time.ts';
import { hasPosted, listSeenVotes, membersText, type StoredEvidence } from './repo.ts';
import { judge, type SeenVote, shownOf, toLookUp } from './rules.ts';
import { span, thresholdsAt } from './thresholds.ts';

/** The most accounts whose other doings are looked up for one subject: each takes three small reads. */
const mostLookedUp = 300;

/** How far back votes are looked at, milliseconds. */
export const windowAt = (now: Date): number => thresholdsAt(now).window;

/** What is gathered, before it is stored with an item. */
export type Gathered = Omit<StoredEvidence, 'version' | 'item'>;

/** The evidence about the votes for a subject since a time; undefined where there is none. */
export async function gatherEvidence(
  ctx: Ctx,
  { id, support, publishedAt }: Pick<Card, 'id' | 'support' | 'publishedAt'>,
  since: Date,
): Promise<Gathered | undefined> {
  const now = ctx.now();
  const thresholds = thresholdsAt(now);
  const votes = await listSeenVotes(ctx, id, since);
  const people = toLookUp(votes, thresholds).slice(0, mostLookedUp);
  const known = {
    thresholds,
    usualHour: usualHour(votes, { support, publishedAt }, since),
    onlyVoted: await onlyVotedOf(ctx, people),
  };
  const judged = judge(votes, known);
  if (judged.flagged.length === 0) return undefined;
  const members = judged.groups.map(({ id: group, votes: some }) => [
    group,
    membersText(some.map(({ person }) => person)),
  ]);
  return {
    ...shownOf(votes, judged, known),
    subject: id,
    support,
    from: iso(since),
    to: iso(now),
    members: Object.fromEntries(members),
  };
}

async function onlyVotedOf(ctx: Ctx, people: readonly PersonId[]): Promise<Set<PersonId>> {
  const posted = await pMap(people, (person) => hasPosted(ctx, person), { concurrency: 8 });
  return new Set(people.filter((_, index) => !posted[index]));
}

/** How many votes an hour had before the time that is looked at; at least one in a day. */
function usualHour(
  votes: readonly SeenVote[],
  { support, publishedAt }: Pick<Card, 'support' | 'publishedAt'>,
  since: Date,
): number {
  const hours = publishedAt ? (since.getTime() - Date.parse(publishedAt)) / span : 0;
  return Math.max(1 / 24, hours >= 1 ? Math.max(0, support - votes.length) / hours : 0);
}

/** The earliest time that is looked at now: within the window, and after what was looked at before. */
export function sinceWhen(now: Date, upTo: string | undefined): Date {
  const earliest = after(now, -windowAt(now));
  return upTo && Date.parse(upTo) > earliest.getTime() ? new Date(upTo) : earliest;
}
