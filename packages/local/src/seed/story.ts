/** Tells one challenge of the demo from its raising to its end, each step through the services, at its own time. */

import { newChallengeSchema } from '@hanoi/core/challenge/schema';
import { closeChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { newCommentSchema } from '@hanoi/core/comment/schema';
import { postComment } from '@hanoi/core/comment/service';
import type { Db } from '@hanoi/core/db/client';
import type { OrganisationRef } from '@hanoi/core/organisation/schema';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { ChallengeId, SubjectId } from '@hanoi/core/shared/ids';
import { day, iso } from '@hanoi/core/shared/time';
import { newSolutionSchema } from '@hanoi/core/solution/schema';
import { draftSolution, submitSolution, withdrawSolution } from '@hanoi/core/solution/service';
import { recordVote } from '@hanoi/core/support/service';
import pMap from 'p-map';
import type { SeedChallenge, SeedComment, SeedSolution } from './content.ts';
import { pointIn } from './place.ts';
import { acting, between, chance, daysBefore, pick } from './world.ts';

export type Cast = {
  db: Db;
  now: Date;
  people: readonly PersonActor[];
  members: ReadonlyMap<string, { organisation: OrganisationRef; actors: PersonActor[] }>;
};

/** Votes a subject of popularity 100 gets. */
const mostVotes = 100;

/** Tells the whole story of a challenge. */
export async function tellChallenge(cast: Cast, seed: SeedChallenge): Promise<void> {
  const raisedAt = daysBefore(cast.now, seed.ageDays, seed.key);
  const end = seed.status === 'closed' ? between(raisedAt, cast.now, `${seed.key} end`) : cast.now;
  const until = new Date(Math.max(end.getTime(), raisedAt.getTime() + (cast.now.getTime() - raisedAt.getTime()) * 0.7));
  const { actor, organisation } = speaker(cast, seed.organisation, seed.key);
  const input = newChallengeSchema.parse({
    title: seed.title,
    summary: seed.summary,
    body: seed.body,
    programme: seed.programme,
    kind: seed.kind,
    tags: seed.tags,
    ward: seed.ward,
    point: seed.pin && seed.ward ? pointIn(seed.ward) : null,
    organisation,
    closesAt: seed.closesInDays ? iso(new Date(cast.now.getTime() + seed.closesInDays * day)) : null,
  });
  const { id } = await raiseChallenge(acting(cast.db, actor, raisedAt, seed.key), input);
  const last = seed.status === 'closed' ? until : cast.now;
  await tellVotes(cast, id, seed.key, seed.popularity, raisedAt, last);
  await tellComments(cast, id, seed.key, seed.comments, raisedAt, last);
  for (const solution of seed.solutions) await tellSolution(cast, id, solution, raisedAt, last);
  if (seed.status === 'closed')
    await closeChallenge(acting(cast.db, actor, last, `${seed.key} close`), id, seed.closeReason ?? 'Đã hết thời gian');
}

async function tellSolution(
  cast: Cast,
  challenge: ChallengeId,
  seed: SeedSolution,
  raisedAt: Date,
  last: Date,
): Promise<void> {
  const wanted = daysBefore(cast.now, seed.ageDays, seed.key).getTime();
  const at = new Date(Math.min(Math.max(wanted, raisedAt.getTime() + day / 4), last.getTime() - 1_000));
  const { actor, organisation } = speaker(cast, seed.organisation, seed.key);
  const { title, summary, body, tags } = seed;
  const input = newSolutionSchema.parse({ title, summary, body, tags, organisation });
  const { id } = await draftSolution(acting(cast.db, actor, at, seed.key), challenge, input);
  if (seed.status === 'draft') return;
  await submitSolution(acting(cast.db, actor, at, `${seed.key} submit`), id);
  const until = seed.status === 'withdrawn' ? new Date(at.getTime() + (last.getTime() - at.getTime()) * 0.6) : last;
  await tellVotes(cast, id, seed.key, seed.popularity, at, until);
  await tellComments(cast, id, seed.key, seed.comments, at, until);
  if (seed.status === 'withdrawn') await withdrawSolution(acting(cast.db, actor, until, `${seed.key} withdraw`), id);
}

async function tellVotes(
  cast: Cast,
  subject: SubjectId,
  key: string,
  popularity: number,
  from: Date,
  to: Date,
): Promise<void> {
  const share = ((popularity / 100) ** 3 * mostVotes) / cast.people.length;
  const voters = cast.people.filter((person, index) => chance(`${key} vote ${index} ${person.name}`) < share);
  const vote = (voter: PersonActor) => {
    const at = between(from, to, `${key} ${voter.name}`);
    return recordVote(acting(cast.db, voter, at, key), subject);
  };
  await pMap(voters, vote, { concurrency: 8 });
}

async function tellComments(
  cast: Cast,
  subject: SubjectId,
  key: string,
  comments: readonly SeedComment[],
  from: Date,
  to: Date,
): Promise<void> {
  const span = (to.getTime() - from.getTime()) / (comments.length + 1);
  for (const [index, comment] of comments.entries()) {
    const name = `${key} comment ${index}`;
    const at = new Date(from.getTime() + span * (index + chance(name)));
    const root = await say(cast, subject, name, comment, at, null);
    for (const [place, reply] of comment.replies.entries()) {
      const after = new Date(
        at.getTime() + (to.getTime() - at.getTime()) * ((place + 1) / (comment.replies.length + 4)),
      );
      await say(cast, subject, `${name} ${place}`, reply, after, root.id);
    }
  }
}

function say(
  cast: Cast,
  subject: SubjectId,
  key: string,
  seed: Omit<SeedComment, 'replies'>,
  at: Date,
  parentId: string | null,
) {
  const { actor, organisation } = speaker(cast, seed.organisation, key);
  const input = newCommentSchema.parse({ body: seed.body, stance: seed.stance, parentId, organisation });
  return postComment(acting(cast.db, actor, at, key), subject, input);
}

/** Who speaks: a member in the organisation's name, else one of the people, always the same for `key`. */
function speaker(cast: Cast, organisationKey: string | null | undefined, key: string) {
  const found = organisationKey ? cast.members.get(organisationKey) : undefined;
  if (!found) return { actor: pick(cast.people, `${key} speaker`), organisation: null };
  return { actor: pick(found.actors, `${key} speaker`), organisation: found.organisation.id };
}
