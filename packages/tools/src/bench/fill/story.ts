/** Writes one challenge of the city, with its solutions, comments and supports, through the services. */

import { projectCounters } from '@hanoi/core/card/projection';
import { newChallengeSchema } from '@hanoi/core/challenge/schema';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { newCommentSchema } from '@hanoi/core/comment/schema';
import { postComment } from '@hanoi/core/comment/service';
import { projectRows } from '@hanoi/core/listing/repo';
import { officialProgrammes } from '@hanoi/core/programme/official-list';
import type { Ctx, PersonActor } from '@hanoi/core/shared/context';
import { type ChallengeId, type CommentId, newId, type SubjectId, type UploadId } from '@hanoi/core/shared/ids';
import { day, minute } from '@hanoi/core/shared/time';
import { newSolutionSchema } from '@hanoi/core/solution/schema';
import { draftSolution, submitSolution } from '@hanoi/core/solution/service';
import { supportWithoutCount } from '@hanoi/core/support/service';
import { recordUpload } from '@hanoi/core/upload/service';
import { acting, pick, type World } from './world.ts';

export type SubjectPlan = { supports: number; comments: number };
export type ChallengePlan = SubjectPlan & { raisedAt: Date; solutions: readonly SubjectPlan[] };

const open = officialProgrammes.filter(({ restricted }) => !restricted).map(({ code }) => code);

/** Share of challenges and solutions with pictures, as the capacity model assumes. */
const illustrated = 0.3;

/** Writes the challenge and brings all its projections up to date. */
export async function writeChallenge(
  world: World,
  people: readonly PersonActor[],
  plan: ChallengePlan,
): Promise<ChallengeId> {
  const { texts } = world;
  const author = pick(world, people);
  const input = newChallengeSchema.parse({
    title: titleOf(world),
    summary: pick(world, texts.summaries),
    body: pick(world, texts.bodies),
    images: await uploadPictures(acting(world, author, plan.raisedAt), world),
    programme: pick(world, open),
    tags: pick(world, texts.tags),
    ward: world.draw() < 0.6 ? pick(world, texts.wards) : null,
    closesAt: world.draw() < 0.2 ? new Date(world.now.getTime() + (1 + world.draw() * 90) * day).toISOString() : null,
  });
  const { id } = await raiseChallenge(acting(world, author, plan.raisedAt), input);
  await writeReactions(world, people, id, plan, plan.raisedAt);
  const subjects: SubjectId[] = [id];
  for (const solution of plan.solutions) subjects.push(await writeSolution(world, people, id, solution, plan.raisedAt));
  for (const subject of subjects) {
    const system = acting(world, { kind: 'system', name: 'projection' }, world.now);
    await projectCounters(system, [subject]);
    await projectRows(system, [subject]);
  }
  return id;
}

async function writeSolution(
  world: World,
  people: readonly PersonActor[],
  challenge: ChallengeId,
  plan: SubjectPlan,
  raisedAt: Date,
): Promise<SubjectId> {
  const { texts } = world;
  const author = pick(world, people);
  const at = later(world, raisedAt);
  const input = newSolutionSchema.parse({
    title: titleOf(world),
    summary: pick(world, texts.summaries),
    body: pick(world, texts.bodies),
    images: await uploadPictures(acting(world, author, at), world),
    tags: pick(world, texts.tags),
  });
  const { id } = await draftSolution(acting(world, author, at), challenge, input);
  await submitSolution(acting(world, author, new Date(at.getTime() + minute)), id);
  await writeReactions(world, people, id, plan, at);
  return id;
}

/** One to three pictures for some, none for most. Only their items exist, not their files. */
async function uploadPictures(ctx: Ctx, world: World) {
  const count = world.draw() < illustrated ? 1 + Math.floor(world.draw() * 3) : 0;
  const pictures: { id: UploadId; alt: string }[] = [];
  for (let number = 0; number < count; number++) {
    const id = newId('upload', ctx);
    await recordUpload(ctx, id, { width: 1600, height: 1200 });
    pictures.push({ id, alt: pick(world, world.texts.summaries).slice(0, 100).trim() });
  }
  return pictures;
}

/** Comments, every third an answer to the one before, and supports of as many people. */
async function writeReactions(
  world: World,
  people: readonly PersonActor[],
  subject: SubjectId,
  plan: SubjectPlan,
  since: Date,
): Promise<void> {
  let last: CommentId | null = null;
  for (let number = 0; number < plan.comments; number++) {
    const parentId: CommentId | null = number % 3 === 2 ? last : null;
    const stance = pick(world, ['for', 'for', 'against', 'neutral'] as const);
    const input = newCommentSchema.parse({ body: pick(world, world.texts.comments), stance, parentId });
    const comment = await postComment(acting(world, pick(world, people), later(world, since)), subject, input);
    last = comment.id;
  }
  const first = Math.floor(world.draw() * people.length);
  for (let number = 0; number < plan.supports; number++) {
    const voter = people[(first + number) % people.length]!;
    await supportWithoutCount(acting(world, voter, later(world, since)), subject);
  }
}

/** No two titles need be the same: the number is what people write when they mean a place. */
function titleOf(world: World): string {
  return `${pick(world, world.texts.titles).slice(0, 100)} (ngõ ${1 + Math.floor(world.draw() * 999)})`;
}

/** A time after `since`, nearer to it than to now. */
function later(world: World, since: Date): Date {
  return new Date(since.getTime() + 1 + world.draw() ** 2 * (world.now.getTime() - since.getTime() - 2 * minute));
}
