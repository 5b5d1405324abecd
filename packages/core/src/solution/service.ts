/** Use cases of solutions: begin a draft, read, list, edit, submit, withdraw. */

import type { ChallengeCard } from '../challenge/schema.ts';
import { transact } from '../db/transact.ts';
import type { ErrorCode } from '../errors.ts';
import { allSolutions, solutionsOf } from '../listing/facets.ts';
import { listCards } from '../listing/repo.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { once } from '../shared/idempotency.ts';
import { type ChallengeId, newId, type SolutionId } from '../shared/ids.ts';
import { assertPace } from '../shared/pace.ts';
import type { Page } from '../shared/page.ts';
import { iso } from '../shared/time.ts';
import { changeCardPart, newSubjectParts, putBodyPart } from '../subject/repo.ts';
import { assertVersion, isLive, isMaker, organisationFor, versionConflict } from '../subject/rules.ts';
import { despiteEdits, EditedMeanwhile, getSubject, requireCard } from '../subject/service.ts';
import { countPart, votingOverParts } from '../tally/repo.ts';
import { eventPart, publicationPart } from '../timeline/repo.ts';
import { attachImages } from '../upload/service.ts';
import { inheritedFrom, mayGo } from './rules.ts';
import type { NewSolution, Solution, SolutionCard, SolutionChange } from './schema.ts';

/**
 * Begins a solution to an open challenge, as a draft only its authors see.
 * @throws not_signed_in, challenge_not_found, challenge_not_open, not_organisation_member, upload_missing
 */
export async function draftSolution(ctx: Ctx, challengeId: ChallengeId, input: NewSolution): Promise<Solution> {
  const actor = requirePerson(ctx);
  const challenge = await requireOpenChallenge(ctx, challengeId);
  const organisation = organisationFor(actor, input.organisation);
  const now = ctx.now();
  const newSolutionId = newId('solution', ctx);
  const id = await once(ctx, `draftSolution ${challengeId}`, input, newSolutionId, async (claim) => {
    await assertPace(ctx, 'solution');
    const card: SolutionCard = {
      id: newSolutionId,
      challengeId,
      status: 'draft',
      title: input.title,
      summary: input.summary,
      tags: input.tags,
      images: await attachImages(ctx, input.images),
      ...inheritedFrom(challenge),
      author: { id: actor.id, name: actor.name },
      organisation,
      support: 0,
      comments: 0,
      solutions: 0,
      version: 1,
      createdAt: iso(now),
      updatedAt: iso(now),
      publishedAt: null,
    };
    await transact(ctx, [...newSubjectParts(card, { body: input.body }), ...claim]);
  });
  return getSolution(ctx, id);
}

/** One solution, whole. @throws solution_not_found */
export async function getSolution(ctx: Ctx, id: SolutionId): Promise<Solution> {
  return (await getSubject(ctx, id)) as Solution;
}

/** A page of the solutions submitted to any challenge. @throws invalid_cursor */
export async function listAllSolutions(
  ctx: Ctx,
  query: { sort: 'top' | 'new'; limit: number; cursor?: string },
): Promise<Page<SolutionCard>> {
  return listCards<SolutionCard>(ctx, { facet: allSolutions, ...query });
}

/** A page of the solutions submitted to a challenge. @throws challenge_not_found, invalid_cursor */
export async function listSolutions(
  ctx: Ctx,
  challengeId: ChallengeId,
  query: { sort: 'top' | 'new'; limit: number; cursor?: string },
): Promise<Page<SolutionCard>> {
  await requireCard(ctx, challengeId);
  return listCards<SolutionCard>(ctx, { facet: solutionsOf(challengeId), ...query });
}

/**
 * Edits a draft or a submitted solution, as long as its challenge is open.
 * @throws solution_not_found, not_allowed, solution_not_editable, challenge_not_open, version_conflict, upload_missing
 */
export async function editSolution(ctx: Ctx, id: SolutionId, change: SolutionChange): Promise<Solution> {
  const card = await requireOwn(ctx, id);
  if (card.status !== 'draft' && card.status !== 'submitted') throw new AppError('solution_not_editable');
  const { version, body, images, ...fields } = change;
  assertVersion(card, version);
  await requireOpenChallenge(ctx, card.challengeId);
  const updated = {
    ...fields,
    ...(images && { images: await attachImages(ctx, images, card.images) }),
    updatedAt: iso(ctx.now()),
  };
  const changed = Object.keys({ ...fields, ...(images && { images }), ...(body !== undefined && { body }) });
  await transact(ctx, [
    changeCardPart(card, updated, (found) => versionConflict(found?.version)),
    ...(body === undefined ? [] : [putBodyPart(id, { body })]),
    ...(card.status === 'submitted' && changed.length > 0
      ? [eventPart(ctx, id, 'solution_edited', { fields: changed })]
      : []),
  ]);
  return getSolution(ctx, id);
}

/**
 * Submits a draft: it becomes public and counts for its challenge.
 * @throws solution_not_found, not_allowed, solution_not_draft, challenge_not_open
 */
export async function submitSolution(ctx: Ctx, id: SolutionId): Promise<Solution> {
  await despiteEdits(() => submit(ctx, id));
  return getSolution(ctx, id);
}

async function submit(ctx: Ctx, id: SolutionId): Promise<void> {
  const card = await requireOwn(ctx, id);
  if (card.status !== 'draft') throw new AppError('solution_not_draft');
  const challenge = await requireOpenChallenge(ctx, card.challengeId);
  const now = ctx.now();
  const submission = {
    subject: challenge.id,
    person: card.author.id,
    counter: 'solutions',
    amount: 1,
    at: now,
    openUntil: challenge.closesAt,
  } as const;
  await transact(ctx, [
    changeCardPart(
      card,
      { ...inheritedFrom(challenge), status: 'submitted', publishedAt: iso(now), updatedAt: iso(now) },
      (found) => leftOrEdited(found, card, 'solution_not_draft'),
    ),
    countPart(ctx, submission, () => new AppError('challenge_not_open')),
    publicationPart(ctx, id, 'solution_submitted', { title: card.title }),
    eventPart(ctx, challenge.id, 'solution_submitted', { solution: id, title: card.title }),
  ]);
}

/**
 * Withdraws a draft or submitted solution: voting and comments end, and it leaves the lists.
 * @throws solution_not_found, not_allowed, solution_not_withdrawable
 */
export async function withdrawSolution(ctx: Ctx, id: SolutionId): Promise<Solution> {
  await despiteEdits(() => withdraw(ctx, id));
  return getSolution(ctx, id);
}

async function withdraw(ctx: Ctx, id: SolutionId): Promise<void> {
  const card = await requireOwn(ctx, id);
  if (!mayGo(card.status, 'withdrawn')) throw new AppError('solution_not_withdrawable');
  const now = ctx.now();
  const wasPublic = card.status !== 'draft';
  await transact(ctx, [
    changeCardPart(card, { status: 'withdrawn', updatedAt: iso(now) }, (found) =>
      leftOrEdited(found, card, 'solution_not_withdrawable'),
    ),
    ...votingOverParts(id),
    ...(wasPublic ? withdrawnParts(ctx, card) : []),
  ]);
}

/** What a refused change of state means: the solution has left the state it was read in, or was only edited. */
function leftOrEdited(found: Record<string, unknown> | undefined, card: SolutionCard, left: ErrorCode): Error {
  return found?.status === card.status ? new EditedMeanwhile() : new AppError(left);
}

function withdrawnParts(ctx: Ctx, card: SolutionCard) {
  const submittedAt = new Date(card.publishedAt ?? card.createdAt);
  return [
    countPart(ctx, {
      subject: card.challengeId,
      person: card.author.id,
      counter: 'solutions',
      amount: -1,
      at: submittedAt,
    }),
    eventPart(ctx, card.id, 'solution_withdrawn', { title: card.title }),
    eventPart(ctx, card.challengeId, 'solution_withdrawn', { solution: card.id, title: card.title }),
  ];
}

async function requireOpenChallenge(ctx: Ctx, id: ChallengeId): Promise<ChallengeCard> {
  const challenge = await requireCard<ChallengeCard>(ctx, id, { consistent: true });
  if (!isLive(challenge, ctx.now())) throw new AppError('challenge_not_open');
  return challenge;
}

async function requireOwn(ctx: Ctx, id: SolutionId): Promise<SolutionCard> {
  requirePerson(ctx);
  const card = await requireCard<SolutionCard>(ctx, id, { consistent: true });
  if (isMaker(ctx.actor, card)) return card;
  throw new AppError('not_allowed');
}
