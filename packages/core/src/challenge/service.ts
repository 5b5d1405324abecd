/** Use cases of challenges: raise, read, list, edit, open, close, open again. */

import { auditPart } from '../audit/repo.ts';
import { textFields } from '../card/body-text.ts';
import { changesIn, namesIn } from '../card/change.ts';
import { closeParts } from '../card/close.ts';
import { discardDraft } from '../card/discard.ts';
import { isMaker, spokenFor } from '../card/maker.ts';
import { assertMove, changeCardPart, despiteEdits, moveParts, newSubjectParts } from '../card/move.ts';
import { changeBodyPart, changeBodyParts, findWhole, splitFields, subjectNotFound } from '../card/repo.ts';
import { isHeld } from '../card/review.ts';
import { assertClosingDate, assertVoice, maySee, organisationFor } from '../card/rules.ts';
import { getSubject, justMade, requireCard } from '../card/service.ts';
import { isEditable } from '../card/status.ts';
import { once } from '../db/idempotency.ts';
import { type Part, transact } from '../db/transact.ts';
import { editedPart } from '../event/repo.ts';
import { listCards } from '../listing/repo.ts';
import { allOf } from '../listing/schema.ts';
import { assertNamed } from '../person/rules.ts';
import { requireOpenProgramme, requireProgramme } from '../programme/in-force.ts';
import { judgePost, maskTexts, type Post, type Texts } from '../rule/service.ts';
import type { CountedPage, SearchIndex } from '../search/port.ts';
import { AppError } from '../shared/app-error.ts';
import { assertComplete } from '../shared/complete.ts';
import { type Ctx, hasRole, type PersonActor, requirePerson } from '../shared/context.ts';
import { type ChallengeId, newId } from '../shared/ids.ts';
import { assertShowsWords } from '../shared/shown-words.ts';
import { iso } from '../shared/time.ts';
import { assertVersion, versionConflict } from '../shared/version.ts';
import { currentTag, currentTags } from '../tag/service.ts';
import { votingEndParts } from '../tally/repo.ts';
import { takePace } from '../trust/service.ts';
import { attachImages } from '../upload/service.ts';
import type { Point } from '../ward/schema.ts';
import { assertPointInWard, assertWard, wardAt } from '../ward/service.ts';
import { assertMayPost } from './rules.ts';
import {
  type Challenge,
  type ChallengeCard,
  type ChallengeChange,
  type ChallengeFilter,
  completeChallenge,
  type NewChallenge,
  type ReopenChallenge,
} from './schema.ts';

/**
 * Raises a challenge, or launches one for an agency. It opens at once unless kept as a draft, or held for review.
 * @throws not_signed_in, invalid_input, name_required (unless it is kept as a draft), programme_restricted, programme_retired, not_allowed,
 *   not_organisation_member, ward_unknown, point_outside_hanoi, point_not_in_ward, closing_date_invalid, upload_missing,
 *   too_many_requests, personal_data_found
 */
export async function raiseChallenge(ctx: Ctx, input: NewChallenge): Promise<Challenge> {
  const { id, made, masked } = await raise(ctx, input, { before: () => takePace(ctx, 'challenge') });
  const challenge = made ? withReason(justMade<ChallengeCard>(ctx, made)) : await getChallenge(ctx, id);
  return { ...challenge, ...masked };
}

/** What goes with the raising of a challenge. */
type Raising = {
  before?: () => Promise<void>;
  alsoWrite?: (id: ChallengeId) => readonly Part[];
  /** False where operators have looked at it: rules only flag. */
  mayHold?: boolean;
};

/**
 * Like `raiseChallenge`, without a limit of pace, for callers that need only the id. `before` may still refuse it;
 * `alsoWrite` gives parts for the same transaction.
 */
export async function raiseUnread(ctx: Ctx, input: NewChallenge, raising: Raising = {}): Promise<ChallengeId> {
  return (await raise(ctx, input, raising)).id;
}

/** `made` is what was stored; undefined when the same request had stored it before. */
async function raise(
  ctx: Ctx,
  input: NewChallenge,
  { before, alsoWrite, mayHold }: Raising,
): Promise<{ id: ChallengeId; made: readonly Part[] | undefined; masked: Masked }> {
  const actor = requirePerson(ctx);
  const organisation = organisationFor(actor, input.organisation);
  const programme = input.programme === null ? undefined : await requireOpenProgramme(ctx, input.programme);
  assertMayPost(actor, { kind: input.kind, programme }, organisation?.kind === 'agency');
  assertClosingDate(input.closesAt, ctx.now());
  if (!input.draft) assertShowsWords(input.body);
  const place = await placeOf(input.ward, input.point);
  const { texts, masked } = await maskTexts(ctx, textsOf(input), { choice: input.personalData });
  const newChallengeId = newId('challenge', ctx);
  let stored: readonly Part[] | undefined;
  const id = await once(ctx, 'raiseChallenge', input, newChallengeId, async (claim) => {
    await before?.();
    const { draft, personalData: _, organisation: __, images, body: ___, ...fields } = input;
    const { body, ...words } = texts;
    const card = {
      ...fields,
      ...words,
      tags: await currentTags(ctx, fields.tags),
      ...place,
      id: newChallengeId,
      images: await attachImages(ctx, images),
      author: { id: actor.id, name: actor.name },
      organisation,
    };
    const post = { id: card.id, kind: 'challenge', version: 1, organisation, texts, mayHold } as const;
    const { move, found } = draft ? ({ move: 'draft', found: [] } as const) : await openingMove(ctx, card, post);
    const made = newSubjectParts<'challenge', ChallengeCard>(ctx, card, textFields(body), move);
    // The caller's parts go first, as theirs is the best reason: an import makes the same ids again, so then every part is refused.
    await transact(ctx, [...(alsoWrite?.(card.id) ?? []), ...made, ...found, ...claim]);
    stored = made;
  });
  return { id, made: stored, masked: maskedIn(masked) };
}

type Masked = Pick<Challenge, 'masked'>;

/** Said only where something was masked. */
function maskedIn(masked: NonNullable<Challenge['masked']>): Masked {
  return masked.length > 0 ? { masked } : {};
}

function textsOf({ title, summary, body }: Texts & { title: string; summary: string }) {
  return { title, summary, body };
}

/** One challenge with its body. @throws challenge_not_found */
export async function getChallenge(ctx: Ctx, id: ChallengeId): Promise<Challenge> {
  return withReason(await getSubject<ChallengeCard>(ctx, id));
}

function withReason<Whole extends { closeReason?: string | null }>({ closeReason = null, ...challenge }: Whole) {
  return { ...challenge, closeReason };
}

/**
 * A page of challenges by any filters, with how many there are in all. Without filters it is read from the table, which answers
 * also while the index is not ready.
 * @throws invalid_cursor, invalid_input for a programme that there is not; search_not_ready with filters
 */
export async function listChallenges(
  ctx: Ctx,
  index: SearchIndex,
  { kind: origin, ...query }: ChallengeFilter & { limit: number; cursor?: string },
): Promise<Omit<CountedPage<ChallengeCard>, 'total'> & { total: number | null }> {
  const { sort, limit, cursor, ...filters } = { origin, ...query, tag: await currentTag(ctx, query.tag) };
  if (filters.programme) await requireProgramme(ctx, filters.programme);
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  if (isFiltered) return index.list<ChallengeCard>({ kind: 'challenge', ...filters, sort, limit, cursor });
  const [page, total] = await Promise.all([
    listCards<ChallengeCard>(ctx, { list: allOf('challenge'), sort, limit, cursor }),
    countOf(index, 'challenge'),
  ]);
  return { ...page, total, organisation: null };
}

/** How many there are in a list; null while the index is not ready. */
async function countOf(index: SearchIndex, kind: 'challenge'): Promise<number | null> {
  try {
    return (await index.list({ kind, sort: 'new', limit: 1 })).total;
  } catch (error) {
    if (error instanceof AppError && error.code === 'search_not_ready') return null;
    throw error;
  }
}

/**
 * Edits a draft, or an open challenge until its end comes; `draft: false` opens a draft. An edit that changes nothing writes
 * nothing.
 * @throws challenge_not_found, not_allowed, challenge_closed, version_conflict, too_many_requests, invalid_input when what is or
 *   becomes public lacks something, and what raising may throw
 */
export async function editChallenge(ctx: Ctx, id: ChallengeId, change: ChallengeChange): Promise<Challenge> {
  await takePace(ctx, 'edit');
  const masked = await despiteEdits(() => edit(ctx, id, change));
  return { ...(await getChallenge(ctx, id)), ...masked };
}

async function edit(
  ctx: Ctx,
  id: ChallengeId,
  { version, draft, personalData: choice, ...sent }: ChallengeChange,
): Promise<Masked> {
  const actor = requirePerson(ctx);
  const whole = await findWhole<ChallengeCard>(ctx, id);
  if (!whole || !maySee(actor, whole.card)) throw subjectNotFound(id);
  const { card } = whole;
  assertMaker(actor, card);
  assertVoice(actor, card);
  if (!isEditable(card, ctx.now())) throw new AppError('challenge_closed');
  assertVersion(card, version);
  const present = { ...card, body: whole.body.body };
  const { texts: wanted, masked } = await maskTexts(ctx, sent, { choice, present });
  const named = wanted.tags && { tags: await currentTags(ctx, wanted.tags) };
  const change = changesIn({ ...wanted, ...named }, present);
  const { body, images, ...fields } = change;
  const opens = draft === false && card.status === 'draft';
  const programme = await programmeOf(ctx, { ...card, ...fields }, opens || fields.programme !== undefined);
  assertMayPost(actor, { kind: card.kind, programme }, card.organisation?.kind === 'agency');
  // A draft may have waited longer than its own end.
  const isOwnEnd = opens && change.closesAt === undefined;
  assertClosingDate(isOwnEnd ? card.closesAt : change.closesAt, ctx.now());
  if (!opens && Object.keys(change).length === 0) return maskedIn(masked);
  // An open one may be older than a rule: what it keeps is not asked about again.
  if (opens) assertComplete(completeChallenge, { ...card, body: whole.body.body, ...change });
  else if (card.status === 'open') assertComplete(completeChallenge, change, Object.keys(change));
  if (card.status !== 'draft') assertShowsWords(body);
  else if (opens) assertShowsWords(body ?? whole.body.body);
  const edited = splitFields({
    ...fields,
    ...(await changedPlace(card, change)),
    ...(images && { images: await attachImages(ctx, images, card.images) }),
    updatedAt: iso(ctx.now()),
  });
  const written = body === undefined ? edited.body : { ...edited.body, ...textFields(body) };
  const changed = namesIn(change);
  const post = {
    id,
    kind: 'challenge',
    version: card.version + 1,
    organisation: card.organisation,
    texts: textsOf({ ...present, ...change }),
    ...(!opens && { before: textsOf(present) }),
  } as const;
  await transact(ctx, [
    ...(opens ? await openParts(ctx, card, edited.card, post) : [changeCardPart(card, edited.card)]),
    ...(card.status === 'open' && sayOther(change) ? (await judgePost(ctx, post)).parts : []),
    ...changeBodyParts(card, written),
    // A draft has no shards: the first votes open them, with the end of voting that it has then.
    ...(card.status === 'open' && change.closesAt !== undefined ? votingEndParts(ctx, id, change.closesAt) : []),
    ...(card.status === 'open' && changed.length > 0
      ? [await editedPart(ctx, id, 'challenge_edited', changed, spokenFor(actor, card))]
      : []),
  ]);
  return maskedIn(masked);
}

/** The programme of what is edited. What is there stays in one that was retired; nothing new gets into it. */
async function programmeOf(ctx: Ctx, { programme }: Pick<ChallengeCard, 'programme'>, isNew: boolean) {
  if (programme === null) return undefined;
  return isNew ? requireOpenProgramme(ctx, programme) : requireProgramme(ctx, programme);
}

/** Whether an edit changes what is read. */
function sayOther(change: object): boolean {
  return 'title' in change || 'summary' in change || 'body' in change;
}

/**
 * Throws a draft away. @throws not_signed_in, challenge_not_found, not_allowed, challenge_not_draft
 */
export async function discardChallenge(ctx: Ctx, id: ChallengeId): Promise<void> {
  await discardDraft<ChallengeCard>(ctx, id, 'challenge_not_draft');
}

/**
 * Closes an open challenge: voting, commenting and answering end.
 * @throws challenge_not_found, not_allowed, challenge_not_closable
 */
export async function closeChallenge(ctx: Ctx, id: ChallengeId, reason: string): Promise<Challenge> {
  await despiteEdits(() => close(ctx, id, reason));
  return getChallenge(ctx, id);
}

async function close(ctx: Ctx, id: ChallengeId, reason: string): Promise<void> {
  const card = await requireCard<ChallengeCard>(ctx, id, { consistent: true });
  const move = card.status === 'hidden' && moderates(ctx) ? 'closeHidden' : 'close';
  assertMove(ctx.actor, card, move, 'challenge_not_closable');
  await transact(ctx, closeParts(ctx, card, move, { reason, refused: 'challenge_not_closable' }));
}

/**
 * Opens a closed challenge again until `closesAt`, null for no end: people vote, comment and answer as before.
 * @throws not_signed_in, challenge_not_found, not_allowed, challenge_not_closed, closing_date_invalid
 */
export async function reopenChallenge(
  ctx: Ctx,
  id: ChallengeId,
  { reason, closesAt }: ReopenChallenge,
): Promise<Challenge> {
  await despiteEdits(async () => {
    const card = await requireCard<ChallengeCard>(ctx, id, { consistent: true });
    assertMove(ctx.actor, card, 'reopen', 'challenge_not_closed');
    assertVoice(ctx.actor, card);
    assertClosingDate(closesAt, ctx.now());
    const move = { fields: { closesAt }, facts: { reason }, refused: 'challenge_not_closed' } as const;
    await transact(ctx, [
      ...moveParts(ctx, card, 'reopen', move),
      changeBodyPart(id, { closeReason: null }),
      auditPart(ctx, { action: 'challenge_reopened', subject: id }),
    ]);
  });
  return getChallenge(ctx, id);
}

function moderates(ctx: Ctx): boolean {
  return ctx.actor.kind === 'system' || hasRole(ctx.actor, 'moderator', 'administrator');
}

/** The move by which a challenge becomes public, or waits for moderators; and what rules found in it. @throws name_required */
async function openingMove(ctx: Ctx, card: Pick<ChallengeCard, 'kind' | 'organisation'>, post: Post) {
  assertNamed(ctx.actor);
  const { held, parts: found } = await judgePost(ctx, post);
  if (held || (await isHeld(ctx, card))) return { move: 'submitForReview', found } as const;
  return { move: card.kind === 'launched' ? 'launch' : 'raise', found } as const;
}

/** Opens a draft together with its edits; like any edit it is refused when its version is not the current one. */
async function openParts(ctx: Ctx, card: ChallengeCard, fields: Record<string, unknown>, post: Post): Promise<Part[]> {
  const refused = (found: { version?: unknown } | undefined) => versionConflict(found?.version);
  const { move, found } = await openingMove(ctx, card, post);
  const facts = { title: String(fields.title ?? card.title) };
  return [...moveParts(ctx, card, move, { fields, facts, refused }), ...found];
}

/** @throws not_allowed for people who may see it but did not make it */
function assertMaker(actor: PersonActor, card: ChallengeCard): void {
  if (!isMaker(actor, card)) throw new AppError('not_allowed');
}

/**
 * Makes ward and point agree: a point without a ward gets the ward it lies in.
 * @throws ward_unknown, point_outside_hanoi, point_not_in_ward
 */
async function placeOf(ward: string | null, point: Point | null) {
  if (ward) assertWard(ward);
  if (!point) return { ward, point };
  if (ward) await assertPointInWard(point, ward);
  return { ward: ward ?? (await wardAt(point)), point };
}

async function changedPlace(card: ChallengeCard, change: Pick<ChallengeChange, 'ward' | 'point'>) {
  if (change.ward === undefined && change.point === undefined) return {};
  const point = change.point === undefined ? card.point : change.point;
  // A pin that is moved takes its ward along, unless the change names one.
  const kept = change.point ? null : card.ward;
  const ward = change.ward === undefined ? kept : change.ward;
  // The pin is in the body; this version on the card shows its solutions that it has moved.
  return { ...(await placeOf(ward, point)), placeVersion: card.version + 1 };
}
