/**
 * What follows from a merge, a page at a time: what answers the merged subject goes along, and who supported it is asked. Once the
 * merge is undone, all that it took comes back from wherever further merges have taken it. A step reads what is decided now, so it may
 * run late, twice, or beside another.
 */
import pMap from 'p-map';
import { listAnswers } from '../card/answer-projection.ts';
import { chainFrom } from '../card/merges.ts';
import { despiteEdits } from '../card/move.ts';
import { moveAnswerParts, takeAlongParts, wayBackOf } from '../card/moved-answer.ts';
import { findCard, findWhole } from '../card/repo.ts';
import type { Card, ModeratedFields } from '../card/schema.ts';
import { parentOf } from '../card/status.ts';
import { getItem, getItems } from '../db/get.ts';
import { askedKey, takenKey, takenPartition, voteKey, voteShards } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, transact } from '../db/transact.ts';
import { putNewItem, takeItem } from '../db/write.ts';
import { listDecisionsOf } from '../decision/repo.ts';
import type { Ctx } from '../shared/context.ts';
import { type DecisionId, kindOf, type PersonId, type SubjectId } from '../shared/ids.ts';
import { answerKindsOf, type SubjectKind } from '../subject/kinds.ts';
import { listVoters } from '../support/repo.ts';
import { askItem, listAsked, noAskPart, type StoredAsk, votePlacePart } from './repo.ts';
import { askOf, isMerged } from './service.ts';
import { giveBackParts, type MovedVote, takeVoteParts } from './vote.ts';

type Mergeable = Card & ModeratedFields;

/** How far it has come: in the answers of a kind, then in the votes of a shard; `undo` while it takes everything back. */
export type MergePlace = {
  subject: SubjectId;
  decision: DecisionId;
  undo?: boolean;
  kind?: SubjectKind;
  shard?: number;
  cursor?: string;
};

/** Answers moved in a step: each is a transaction of up to some fifty writes. */
const answersTogether = 25;
/** Decisions about a subject read in one query. */
const decisionsTogether = 50;
/** People asked in a step: for each, two votes are looked for in one call. */
const peopleTogether = 50;
const sideBySide = 8;

/** Does one step. Resolves to where to continue, or to undefined at the end. */
export async function followMerge(ctx: Ctx, place: MergePlace): Promise<MergePlace | undefined> {
  const { subject, decision } = place;
  const card = await findCard<Mergeable>(ctx, subject, { consistent: true });
  if (!card) return undefined;
  const undo = card.merged?.decision !== decision;
  // Undone since the last step: then everything is taken back from the beginning.
  const at = undo === (place.undo ?? false) ? place : { subject, decision, ...(undo && { undo }) };
  const next = at.shard === undefined ? await answersStep(ctx, card, at) : await votesStep(ctx, card, at);
  return next ?? goesOn(ctx, card, undo);
}

/**
 * Does all that follows from the merges of a subject: takes back what is left of those that were undone, then follows the one that
 * stands. For repairs, where a message was lost.
 */
export async function followWholeMerge(ctx: Ctx, subject: SubjectId): Promise<void> {
  const card = await findCard<Mergeable>(ctx, subject, { consistent: true });
  // A card that never was merged has no such field, and most are so.
  if (card?.merged === undefined) return;
  const undone = (await listMerges(ctx, subject)).filter((decision) => decision !== card.merged?.decision);
  for (const decision of [...undone, ...(card.merged ? [card.merged.decision] : [])])
    for (let place: MergePlace | undefined = { subject, decision }; place; ) place = await followMerge(ctx, place);
}

/** The decisions by which a subject ever was merged. */
async function listMerges(ctx: Ctx, subject: SubjectId): Promise<DecisionId[]> {
  const merges: DecisionId[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDecisionsOf(ctx, subject, { limit: decisionsTogether, cursor });
    merges.push(...page.items.filter(({ action }) => action === 'merge').map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return merges;
}

/** What came to a subject by a merge after those that were there went on: the merge that it is in by now has to follow again. */
async function goesOn(ctx: Ctx, card: Mergeable, undo: boolean): Promise<MergePlace | undefined> {
  const there = undo ? card : card.mergedInto && (await findCard<Mergeable>(ctx, card.mergedInto as SubjectId));
  return there && isMerged(there) ? { subject: there.id, decision: there.merged.decision } : undefined;
}

async function answersStep(ctx: Ctx, card: Mergeable, place: MergePlace): Promise<MergePlace> {
  const { cursor, ...at } = place;
  const kinds = answerKindsOf(kindOf(card.id)) as SubjectKind[];
  const { kind = kinds[0] } = place;
  const toVotes = { ...at, kind: undefined, shard: 0 };
  if (!kind) return toVotes;
  const query = { limit: answersTogether, cursor };
  const page = at.undo ? await listTaken(ctx, at.decision, query) : await listAnswers(ctx, card.id, kind, query);
  const step = at.undo ? bringBack : takeAlong;
  for (const id of page.items) await step(ctx, id, at);
  if (page.nextCursor) return { ...at, kind, cursor: page.nextCursor };
  const next = at.undo ? undefined : kinds[kinds.indexOf(kind) + 1];
  return next ? { ...at, kind: next } : toVotes;
}

/** One answer goes along with what it answers, drafts too. */
async function takeAlong(ctx: Ctx, id: SubjectId, { subject, decision }: MergePlace): Promise<void> {
  await despiteEdits(async () => {
    const [answer, merged] = await Promise.all([
      findCard<Mergeable>(ctx, id, { consistent: true }),
      findCard<Mergeable>(ctx, subject, { consistent: true }),
    ]);
    if (!answer || parentOf(answer) !== subject || merged?.merged?.decision !== decision) return;
    const target = await findWhole(ctx, merged.mergedInto as SubjectId, { consistent: true });
    if (target) await transact(ctx, takeAlongParts(ctx, answer, target.card, decision));
  });
}

/** One answer goes back to what it answered before the merge; one that went elsewhere since stays. */
async function bringBack(ctx: Ctx, id: SubjectId, { decision }: MergePlace): Promise<void> {
  await despiteEdits(async () => {
    const answer = await findCard<Mergeable>(ctx, id, { consistent: true });
    const back = wayBackOf(answer?.cameBy, decision);
    const home = back && (await findWhole(ctx, back.to, { consistent: true }));
    const moved = answer && home ? moveAnswerParts(ctx, answer, home.card, back.cameBy) : [];
    const done: Part = { write: { Delete: { TableName: '', Key: takenKey(decision, id) } } };
    await transact(ctx, [...moved, done]);
  });
}

async function listTaken(ctx: Ctx, decision: DecisionId, query: { limit: number; cursor?: string }) {
  const partition = takenPartition(decision);
  const page = await queryPage(ctx, { list: partition, partition, order: 'ascending', consistent: true, ...query });
  return { ...page, items: page.items.map(({ sk }) => sk as SubjectId) };
}

async function votesStep(ctx: Ctx, card: Mergeable, place: MergePlace): Promise<MergePlace | undefined> {
  const { cursor, ...at } = place;
  const shard = at.shard ?? 0;
  const query = { limit: peopleTogether, cursor };
  const nextCursor = at.undo ? await returnPage(ctx, { ...at, shard }, query) : await askPage(ctx, card, shard, query);
  if (nextCursor) return { ...at, cursor: nextCursor };
  return shard + 1 < voteShards ? { ...at, shard: shard + 1 } : undefined;
}

/** Asks a page of those who supported a merged subject; not those who support a subject it leads to, who are counted there. */
async function askPage(
  ctx: Ctx,
  card: Mergeable,
  shard: number,
  query: { limit: number; cursor?: string },
): Promise<string | null> {
  const [page, chain] = await Promise.all([listVoters(ctx, card.id, shard, query), chainFrom(ctx, card)]);
  if (!isMerged(card)) return null;
  const ends = [...new Set([card.mergedInto, chain.at(-1)?.id ?? card.mergedInto])];
  const found = await Promise.all(
    ends.map((end) =>
      getItems(
        ctx,
        page.items.map((person) => voteKey(end, person)),
        { consistent: true },
      ),
    ),
  );
  const asked = page.items.filter((_, index) => found.every((votes) => votes[index] === undefined));
  await pMap(asked, (person) => putNewItem(ctx, askItem(askOf(card, person, 'asked'))), { concurrency: sideBySide });
  return page.nextCursor;
}

async function returnPage(
  ctx: Ctx,
  place: { decision: DecisionId; shard: number },
  query: { limit: number; cursor?: string },
): Promise<string | null> {
  const page = await listAsked(ctx, place, query);
  await pMap(page.items, (ask) => returnVote(ctx, ask), { concurrency: sideBySide });
  return page.nextCursor;
}

/**
 * A support that moved by the merge goes back to what it was given to, from wherever it is by now. What its person changed since stays as
 * it is: a support that they withdrew, or gave anew; and where they support the first one again by now, only the moved one goes.
 */
async function returnVote(ctx: Ctx, { decision, person, subject, voteAt }: StoredAsk): Promise<void> {
  await despiteEdits(async () => {
    const vote =
      voteAt && ((await getItem(ctx, voteKey(voteAt, person), { consistent: true })) as MovedVote | undefined);
    const back = vote && wayBackOf(vote.cameBy, decision);
    const done = noAskPart(decision, person);
    // One that was set aside since stays there, whatever is decided about it. A deletion alone costs half of a transaction.
    if (!vote || !back || vote.quarantined) return void (await takeItem(ctx, askedKey(decision, person as PersonId)));
    const anew = await getItem(ctx, voteKey(subject, person), { consistent: true });
    const further = vote.cameBy!.slice(back.cameBy.length + 1);
    await transact(ctx, [
      ...takeVoteParts(ctx, vote),
      ...(anew ? [] : giveBackParts(ctx, vote, back.to, back.cameBy)),
      done,
      ...further.map(({ by }) => noAskPart(by, person as PersonId)),
      ...(anew ? [] : back.cameBy.map(({ by }) => votePlacePart(by, person, back.to))),
    ]);
  });
}
