/** Use cases of solutions: begin a draft, read, list, edit, submit, withdraw. */

import { joinParentParts, leaveParentParts, requireLiveParent } from '../card/answer.ts';
import { textFields } from '../card/body-text.ts';
import { changesIn, namesIn } from '../card/change.ts';
import { discardDraft } from '../card/discard.ts';
import { inheritedFrom } from '../card/inherited.ts';
import { spokenFor } from '../card/maker.ts';
import { assertMove, changeCardPart, despiteEdits, moveParts, newSubjectParts } from '../card/move.ts';
import { openAboveParts } from '../card/open.ts';
import { changeBodyParts, splitFields } from '../card/repo.ts';
import { isHeld } from '../card/review.ts';
import { assertVoice, organisationFor } from '../card/rules.ts';
import { getSubject, justMade, requireCard, requireOwn, requireOwnSeen } from '../card/service.ts';
import type { ChallengeCard } from '../challenge/schema.ts';
import { once } from '../db/idempotency.ts';
import { type Part, transact } from '../db/transact.ts';
import { editedPart } from '../event/repo.ts';
import { listCards } from '../listing/repo.ts';
import { answersTo } from '../listing/schema.ts';
import { assertNamed } from '../person/rules.ts';
import { judgePost, maskTexts, type Post } from '../rule/service.ts';
import type { CountedPage, SearchIndex } from '../search/port.ts';
import { AppError } from '../shared/app-error.ts';
import { assertComplete } from '../shared/complete.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { type ChallengeId, newId, type SolutionId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { assertShowsWords } from '../shared/shown-words.ts';
import { iso } from '../shared/time.ts';
import { assertVersion } from '../shared/version.ts';
import { currentTags } from '../tag/service.ts';
import { takePace } from '../trust/service.ts';
import { attachImages } from '../upload/service.ts';
import { completeSolution, type NewSolution, type Solution, type SolutionCard, type SolutionChange } from './schema.ts';

/**
 * Begins a solution to an open challenge, as a draft that only its makers see.
 * @throws not_signed_in, invalid_input, challenge_not_found, challenge_not_open, not_organisation_member, upload_missing
 */
export async function draftSolution(ctx: Ctx, challengeId: ChallengeId, input: NewSolution): Promise<Solution> {
  const actor = requirePerson(ctx);
  const challenge = await requireOpenChallenge(ctx, challengeId);
  const organisation = organisationFor(actor, input.organisation);
  const { title, summary, body: typed } = input;
  const sent = { title, summary, body: typed };
  const { texts, masked } = await maskTexts(ctx, sent, { choice: input.personalData });
  const newSolutionId = newId('solution', ctx);
  let stored: readonly Part[] | undefined;
  const id = await once(ctx, `draftSolution ${challengeId}`, input, newSolutionId, async (claim) => {
    await takePace(ctx, 'solution');
    const card = {
      id: newSolutionId,
      challengeId,
      title: texts.title,
      summary: texts.summary,
      tags: await currentTags(ctx, input.tags),
      images: await attachImages(ctx, input.images),
      ...inheritedFrom(challenge),
      author: { id: actor.id, name: actor.name },
      organisation,
    };
    const made = newSubjectParts<'solution', SolutionCard>(ctx, card, textFields(texts.body), 'draft');
    const open = openAboveParts(ctx, challenge, 'challenge_not_open');
    await transact(ctx, [...made, ...open, ...claim]);
    stored = made;
  });
  const solution = stored ? justMade<SolutionCard>(ctx, stored) : await getSolution(ctx, id);
  return { ...solution, ...maskedIn(masked) };
}

/** Said only where something was masked. */
function maskedIn(masked: NonNullable<Solution['masked']>): Pick<Solution, 'masked'> {
  return masked.length > 0 ? { masked } : {};
}

/** One solution with its body. @throws solution_not_found */
export async function getSolution(ctx: Ctx, id: SolutionId): Promise<Solution> {
  return getSubject<SolutionCard>(ctx, id);
}

/** A page of the solutions submitted to any challenge. @throws invalid_cursor, search_not_ready */
export async function listAllSolutions(
  index: SearchIndex,
  query: { sort: 'top' | 'new'; limit: number; cursor?: string },
): Promise<CountedPage<SolutionCard>> {
  return index.list<SolutionCard>({ kind: 'solution', ...query });
}

/** A page of the solutions submitted to a challenge. @throws challenge_not_found, invalid_cursor */
export async function listSolutions(
  ctx: Ctx,
  challengeId: ChallengeId,
  query: { sort: 'top' | 'new'; limit: number; cursor?: string },
): Promise<Page<SolutionCard>> {
  await requireCard(ctx, challengeId);
  return listCards<SolutionCard>(ctx, { list: answersTo(challengeId, 'solution'), ...query });
}

/**
 * Edits a draft or a submitted solution, as long as its challenge is open. An edit that changes nothing writes nothing.
 * @throws solution_not_found, not_allowed, invalid_input, solution_not_editable, challenge_not_open, version_conflict,
 *   upload_missing, too_many_requests
 */
export async function editSolution(ctx: Ctx, id: SolutionId, change: SolutionChange): Promise<Solution> {
  await takePace(ctx, 'edit');
  const seen = await requireOwnSeen<SolutionCard>(ctx, id);
  const { card } = seen;
  assertVoice(ctx.actor, card);
  if (card.status !== 'draft' && card.status !== 'submitted') throw new AppError('solution_not_editable');
  const { version, personalData: choice, ...sent } = change;
  assertVersion(card, version);
  const { texts: wanted, masked } = await maskTexts(ctx, sent, { choice, present: card });
  const open = openAboveParts(ctx, seen.parent, 'challenge_not_open');
  const named = wanted.tags && { tags: await currentTags(ctx, wanted.tags) };
  const changes = changesIn({ ...wanted, ...named }, card);
  const { body, images, ...fields } = changes;
  if (Object.keys(changes).length === 0) return { ...(await getSolution(ctx, id)), ...maskedIn(masked) };
  if (card.status === 'submitted') {
    assertComplete(completeSolution, changes, Object.keys(changes));
    assertShowsWords(body);
  }
  const edited = splitFields({
    ...fields,
    ...(images && { images: await attachImages(ctx, images, card.images) }),
    updatedAt: iso(ctx.now()),
  });
  const written = body === undefined ? edited.body : { ...edited.body, ...textFields(body) };
  const changed = namesIn(changes);
  await transact(ctx, [
    changeCardPart(card, edited.card),
    ...open,
    ...(card.status === 'submitted' && changed.some((name) => name === 'title' || name === 'summary' || name === 'body')
      ? (await judgePost(ctx, { ...postOf({ ...card, ...changes }), before: postOf(card).texts })).parts
      : []),
    ...changeBodyParts(card, written),
    ...(card.status === 'submitted' && changed.length > 0
      ? [await editedPart(ctx, id, 'solution_edited', changed, spokenFor(ctx.actor, card))]
      : []),
  ]);
  return { ...(await getSolution(ctx, id)), ...maskedIn(masked) };
}

/** A solution as rules read it, with the version that it gets by what is being done. */
function postOf({
  id,
  version,
  organisation,
  ...texts
}: Pick<Solution, 'id' | 'version' | 'organisation' | 'title' | 'summary' | 'body'>): Post {
  const { title, summary, body } = texts;
  return { id, kind: 'solution', version: version + 1, organisation, texts: { title, summary, body } };
}

/**
 * Submits a draft: it becomes public and is counted on its challenge, unless it is held for review.
 * @throws solution_not_found, not_allowed, solution_not_draft, challenge_not_open, name_required, invalid_input when it is
 *   unfinished
 */
export async function submitSolution(ctx: Ctx, id: SolutionId): Promise<Solution> {
  await despiteEdits(() => submit(ctx, id));
  return getSolution(ctx, id);
}

async function submit(ctx: Ctx, id: SolutionId): Promise<void> {
  const card = await requireOwn<SolutionCard>(ctx, id);
  assertMove(ctx.actor, card, 'submit', 'solution_not_draft');
  assertVoice(ctx.actor, card);
  assertComplete(completeSolution, card);
  assertShowsWords(card.body);
  const challenge = await requireOpenChallenge(ctx, card.challengeId);
  assertNamed(ctx.actor);
  const { held, parts: found } = await judgePost(ctx, postOf(card));
  if (held || (await isHeld(ctx, card))) {
    const waits = moveParts(ctx, card, 'submitForReview', { refused: 'solution_not_draft' });
    return transact(ctx, [...waits, ...openAboveParts(ctx, challenge, 'challenge_not_open'), ...found]);
  }
  const refusals = { refused: 'solution_not_draft', closed: 'challenge_not_open' } as const;
  await transact(ctx, [...joinParentParts(ctx, card, challenge, 'submit', refusals), ...found]);
}

/**
 * Throws a draft away. @throws not_signed_in, solution_not_found, not_allowed, solution_not_draft
 */
export async function discardSolution(ctx: Ctx, id: SolutionId): Promise<void> {
  await discardDraft<SolutionCard>(ctx, id, 'solution_not_draft');
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
  const card = await requireOwn<SolutionCard>(ctx, id);
  assertMove(ctx.actor, card, 'withdraw', 'solution_not_withdrawable');
  await transact(ctx, leaveParentParts(ctx, card, 'withdraw', 'solution_not_withdrawable'));
}

function requireOpenChallenge(ctx: Ctx, id: ChallengeId): Promise<ChallengeCard> {
  return requireLiveParent<ChallengeCard>(ctx, id, 'challenge_not_open');
}
