/** Loads one challenge of the demo, from raising to closing: each step goes through the services, at its own time. */

import { newChallengeSchema } from '@hanoi/core/challenge/schema';
import { closeChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { newCommentSchema } from '@hanoi/core/comment/schema';
import { postComment } from '@hanoi/core/comment/service';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { ChallengeId, SubjectId } from '@hanoi/core/shared/ids';
import { day, iso } from '@hanoi/core/shared/time';
import { newSolutionSchema } from '@hanoi/core/solution/schema';
import { draftSolution, submitSolution, withdrawSolution } from '@hanoi/core/solution/service';
import { supportWithoutCount } from '@hanoi/core/support/service';
import pMap from 'p-map';
import { type Cast, type Speaker, speakerOf, type Voices } from './cast.ts';
import type { SeedChallenge, SeedComment, SeedReply, SeedSolution } from './content.ts';
import { uploadPictures } from './pictures.ts';
import { pointIn } from './place.ts';
import { acting, between, chance, daysBefore, oclock } from './world.ts';

/** Votes a subject of popularity 100 gets. */
const mostVotes = 100;
/** The hour at which calls end. */
const officeCloses = 17;

/** A subject while people support and discuss it. */
type Scene = { cast: Cast; subject: SubjectId; key: string; from: Date; to: Date; voices: Voices };

/** Loads a challenge with its votes, comments and solutions. Resolves to its id. */
export async function loadChallenge(cast: Cast, seed: SeedChallenge): Promise<ChallengeId> {
  const from = daysBefore(cast.now, seed.ageDays, seed.key);
  const to = seed.status === 'closed' ? endOf(cast, seed.key, from) : cast.now;
  const { actor, organisation } = speakerOf(cast, seed, seed.key);
  const { title, summary, body, programme, kind, tags, ward, key } = seed;
  const images = await uploadPictures(acting(cast.db, actor, from, `${key} pictures`), cast.gallery, seed.pictures);
  const input = newChallengeSchema.parse({
    title,
    summary,
    body,
    images,
    programme,
    kind,
    tags,
    ward,
    point: seed.pin && ward ? pointIn(ward) : null,
    organisation,
    closesAt: seed.closesInDays ? iso(oclock(cast.now, seed.closesInDays, officeCloses)) : null,
  });
  const { id } = await raiseChallenge(acting(cast.db, actor, from, key), input);
  const scene: Scene = { cast, subject: id, key, from, to, voices: { author: actor } };
  await loadVotes(scene, seed.popularity);
  await loadComments(scene, seed.comments);
  for (const solution of seed.solutions) await loadSolution(scene, id, solution);
  if (seed.status === 'closed')
    await closeChallenge(acting(cast.db, actor, to, `${key} close`), id, seed.closeReason ?? 'Đã hết thời gian');
  return id;
}

/** When a closed challenge was closed: late in the time since it was raised. */
function endOf(cast: Cast, key: string, from: Date): Date {
  const end = between(from, cast.now, `${key} end`);
  const earliest = from.getTime() + (cast.now.getTime() - from.getTime()) * 0.7;
  return new Date(Math.max(end.getTime(), earliest));
}

async function loadSolution(challenge: Scene, challengeId: ChallengeId, seed: SeedSolution): Promise<void> {
  const { cast, from, to } = challenge;
  const { key, title, summary, body, tags } = seed;
  const wanted = daysBefore(cast.now, seed.ageDays, key).getTime();
  const at = new Date(Math.min(Math.max(wanted, from.getTime() + day / 4), to.getTime() - 1_000));
  const challenger = challenge.voices.author!;
  const { actor, organisation } = speakerOf(cast, seed, key, { challenger });
  const images = await uploadPictures(acting(cast.db, actor, at, `${key} pictures`), cast.gallery, seed.pictures);
  const input = newSolutionSchema.parse({ title, summary, body, images, tags, organisation });
  const { id } = await draftSolution(acting(cast.db, actor, at, key), challengeId, input);
  if (seed.status === 'draft') return;
  await submitSolution(acting(cast.db, actor, at, `${key} submit`), id);
  const until = seed.status === 'withdrawn' ? new Date(at.getTime() + (to.getTime() - at.getTime()) * 0.6) : to;
  const scene = { cast, subject: id, key, from: at, to: until, voices: { author: actor, challenger } };
  await loadVotes(scene, seed.popularity);
  await loadComments(scene, seed.comments);
  if (seed.status === 'withdrawn') await withdrawSolution(acting(cast.db, actor, until, `${key} withdraw`), id);
}

async function loadVotes({ cast, subject, key, from, to }: Scene, popularity: number): Promise<void> {
  const share = ((popularity / 100) ** 3 * mostVotes) / cast.people.length;
  const voters = cast.people.filter((person, index) => chance(`${key} vote ${index} ${person.name}`) < share);
  const vote = (voter: PersonActor) => {
    const at = between(from, to, `${key} ${voter.name}`);
    return supportWithoutCount(acting(cast.db, voter, at, key), subject);
  };
  await pMap(voters, vote, { concurrency: 8 });
}

async function loadComments(scene: Scene, comments: readonly SeedComment[]): Promise<void> {
  const { cast, key, from, to, voices } = scene;
  const span = (to.getTime() - from.getTime()) / (comments.length + 1);
  for (const [index, comment] of comments.entries()) {
    const name = `${key} comment ${index}`;
    const at = new Date(from.getTime() + span * (index + chance(name)));
    const opener = speakerOf(cast, comment, name, voices);
    const { id } = await say(scene, opener, name, comment, at, null);
    for (const [place, reply] of comment.replies.entries()) {
      const share = (place + 1) / (comment.replies.length + 4);
      const after = new Date(at.getTime() + (to.getTime() - at.getTime()) * share);
      const speaker = speakerOf(cast, reply, `${name} ${place}`, { ...voices, opener: opener.actor });
      await say(scene, speaker, `${name} ${place}`, reply, after, id);
    }
  }
}

function say(
  { cast, subject }: Scene,
  { actor, organisation }: Speaker,
  key: string,
  { body, stance }: Pick<SeedReply, 'body' | 'stance'>,
  at: Date,
  parentId: string | null,
) {
  const input = newCommentSchema.parse({ body, stance, parentId, organisation });
  return postComment(acting(cast.db, actor, at, key), subject, input);
}
