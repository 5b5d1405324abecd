/** What the demo's moderators merged: a challenge that said what another one said, with its solution, comments and supporters. */
import { newChallengeSchema } from '@hanoi/core/challenge/schema';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { newCommentSchema } from '@hanoi/core/comment/schema';
import { postComment } from '@hanoi/core/comment/service';
import { followWholeMerge } from '@hanoi/core/merge/follow';
import { answerMerge } from '@hanoi/core/merge/service';
import { decide } from '@hanoi/core/moderation/decide';
import { openFound } from '@hanoi/core/moderation/open';
import { newDecisionSchema } from '@hanoi/core/moderation/schema';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { after, day, hour } from '@hanoi/core/shared/time';
import { z } from '@hanoi/core/shared/zod';
import { newSolutionSchema } from '@hanoi/core/solution/schema';
import { draftSolution, submitSolution } from '@hanoi/core/solution/service';
import { supportWithoutCount } from '@hanoi/core/support/service';
import type { Cast } from './cast.ts';
import { demoRoles, offeredPeople } from './demo-people.ts';
import { system } from './people.ts';
import { acting, daysBefore } from './world.ts';

const text = { title: z.string(), summary: z.string(), body: z.string() };
export const mergeSchema = z.object({
  key: z.string(),
  into: z.string(),
  ageDays: z.number(),
  ...text,
  programme: z.string(),
  ward: z.string(),
  comments: z.array(z.string()),
  solution: z.object(text),
  facts: z.string(),
});

/** Two whom `/dev` offers, so that the question can be tried, and some others; one of them has moved their support. */
const supporters = [...offeredPeople.slice(0, 2), 60, 61, 62, 63];

/** Raises a challenge, lets people take part, and merges it into one that is there. */
export async function loadMerge(
  cast: Cast,
  challenges: ReadonlyMap<string, ChallengeId>,
  { key, into, ageDays, comments, solution, facts, ...post }: z.output<typeof mergeSchema>,
): Promise<void> {
  const at = daysBefore(cast.now, ageDays, key);
  const as = (person: PersonActor, hours: number, what: string) =>
    acting(cast.db, person, after(at, hours * hour), `${key} ${what}`);
  const [author, solver] = [cast.people[64]!, cast.people[65]!];
  const { id } = await raiseChallenge(as(author, 0, 'raised'), newChallengeSchema.parse(post));
  const { id: answer } = await draftSolution(as(solver, 5, 'draft'), id, newSolutionSchema.parse(solution));
  await submitSolution(as(solver, 6, 'submit'), answer);
  for (const [number, body] of comments.entries())
    await postComment(
      as(cast.people[66 + number]!, 7 + number, `said ${number}`),
      id,
      newCommentSchema.parse({ body }),
    );
  for (const number of supporters) await supportWithoutCount(as(cast.people[number]!, 20, `support ${number}`), id);
  const when = 3 * 24;
  const found = acting(cast.db, system, after(at, (when - 1) * hour), `${key} found`);
  const target = challenges.get(into)!;
  const item = await openFound(found, 'duplicate', id, { reasons: { duplicate: 1 }, like: target });
  const [number] = demoRoles.find(([, role]) => role === 'administrator')!;
  const administrator = { ...cast.people[number]!, roles: ['administrator' as const] };
  const merge = newDecisionSchema.parse({ action: 'merge', reason: 'duplicate', note: facts, into: target });
  await decide(as(administrator, when, 'merged'), item, merge);
  // The queue would do so too, but nobody knows when: then two runs would differ.
  const queue = acting(cast.db, system, after(at, 4 * day), `${key} followed`);
  await followWholeMerge(queue, id);
  // Some support the other one too, and are counted there already: the first of the others moves.
  for (const [hours, other] of supporters.slice(2).entries()) {
    const ctx = as(cast.people[other]!, when + 2 + hours, `moved ${other}`);
    const { state } = await answerMerge(ctx, id, { move: true });
    if (state === 'moved') return;
  }
}
