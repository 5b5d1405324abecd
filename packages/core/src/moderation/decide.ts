/** Deciding an item: the effect, the decision and the end of the item in one transaction. */
import { auditPart } from '../audit/repo.ts';
import { despiteEdits } from '../card/move.ts';
import { once } from '../db/idempotency.ts';
import { cardKey } from '../db/keys.ts';
import { type Part, transact } from '../db/transact.ts';
import {
  appealDecidedParts,
  decisionOf,
  decisionPart,
  findDecision,
  findDecisionFor,
  newDecision,
  type StoredDecision,
} from '../decision/repo.ts';
import { assertMayDecideAppeal } from '../decision/rules.ts';
import { type Action, accountActions, type Decision } from '../decision/schema.ts';
import { type EffectAction, effectOf, type Matter, matterOf, undoOf } from '../decision/service.ts';
import { giveBackParts } from '../quarantine/service.ts';
import { asReadParts } from '../report/repo.ts';
import { type Content, isAccountId, refOf, versionOf, writerOf } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { type DecisionId, type ItemId, newId, type PersonId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import { assertNotClaimedByOther, requireDecidable } from './access.ts';
import { assertMayMergeInto } from './merge.ts';
import { findAllOpen, findItem, itemDoneParts, outcomePart, type StoredItem } from './repo.ts';
import { assertFactsTold, foundByOf, outcomeOf } from './rules.ts';
import type { NewDecision } from './schema.ts';
import { withVotes } from './votes.ts';

/**
 * Decides an item, or an appeal. Of two moderators at once one is refused, and so is a decision about content that its author has
 * edited since it was seen, if it says which version that was; without a version it is about the content as it is by now.
 * @throws not_signed_in, not_allowed, item_not_found, item_done, claimed_by_other, own_content, same_moderator, outside_scope,
 *   action_not_possible, passage_missing, invalid_input, programme_restricted, version_conflict, idempotency_key_reused
 */
export async function decide(ctx: Ctx, id: ItemId, input: NewDecision): Promise<Decision> {
  requirePerson(ctx);
  const item = await findItem(ctx, id);
  // An appeal is decided on the decision it is about.
  const decision = item?.decision ?? newId('decision', ctx);
  const made = await once(ctx, `decide ${id}`, input, decision, (claim) =>
    despiteEdits(() => decideNow(ctx, id, input, { decision, claim })),
  );
  return decisionOf(await requireDecision(ctx, made, item?.appellant));
}

async function decideNow(
  ctx: Ctx,
  id: ItemId,
  input: NewDecision,
  { decision, claim }: { decision: DecisionId; claim: Part[] },
): Promise<void> {
  const { item, content } = await requireDecidable(ctx, id);
  await assertNotClaimedByOther(ctx, item);
  assertFactsTold(input);
  const isHidden = (content.comment ?? content.card).status === 'hidden';
  const outcome = outcomeOf(input.action, isHidden);
  const items = [item, ...(await doneWithIt(ctx, item, input.action))];
  const done = items.flatMap((one) => itemDoneParts(one, outcome, iso(ctx.now())));
  const parts = item.decision
    ? await appealParts(ctx, item, content, input)
    : await decisionParts(ctx, item, content, input, decision);
  // The claim of the key goes first, so that the same request sent twice at once gets the same answer.
  await transact(ctx, [...claim, ...done, ...parts]);
}

/**
 * What else is open about the content and done with the decision: all of it where it is hidden or sent back, as nothing is left to decide
 * there; where it is merged, whether it is a duplicate.
 */
async function doneWithIt(ctx: Ctx, { id, subject }: StoredItem, action: Action): Promise<StoredItem[]> {
  if (!['hide', 'return', 'merge'].includes(action)) return [];
  const others = (await findAllOpen(ctx, subject)).filter((other) => other.id !== id);
  return action === 'merge' ? others.filter(({ kind }) => kind === 'duplicate') : others;
}

/** What is decided is what was read, also where the effect writes nothing on the content. */
function unchangedParts({ content }: Matter, effect: readonly Part[]): Part[] {
  const { id } = content;
  if (isAccountId(id)) return [];
  const { pk, sk } = cardKey(id);
  const isWritten = effect.some(({ write: { Put, Update } }) => {
    const key = Put?.Item ?? Update?.Key;
    return key?.pk === pk && key?.sk === sk;
  });
  return isWritten ? [] : asReadParts(content, { whole: true });
}

const forAppeals: readonly Action[] = ['uphold', 'overturn'];

async function decisionParts(
  ctx: Ctx,
  { id, kind, openedAt, order }: StoredItem,
  content: Content,
  input: NewDecision,
  decision: DecisionId,
): Promise<Part[]> {
  const { action, reason, note: facts, version } = input;
  if (forAppeals.includes(action)) throw new AppError('action_not_possible');
  const matter = await withVotes(ctx, { id, kind }, await matterOf(ctx, content));
  assertSeen(matter.content, version);
  if (action === 'merge') await assertMayMergeInto(ctx, input.into);
  const { parts, undo, into, votes } = await effectOf(ctx, action as EffectAction, matter, { ...input, decision });
  const made = newDecision(ctx, {
    id: decision,
    // An account is known by its id: no decision holds a name.
    subject: { ...refOf(content, { isSeen: !isAccountId(content.id) }), id: content.id },
    // Those whose votes they are are told each by themselves.
    about: isAboutVotes(action) ? null : (writerOf(content)?.id ?? null),
    action,
    reason,
    facts,
    foundBy: foundByOf(kind),
    item: id,
    kind,
    openedAt,
    order,
    ...(input.until && { until: input.until }),
    ...(undo && { undo }),
    ...(into && { into }),
    ...(votes && { votes }),
  });
  return [...parts, ...unchangedParts(matter, parts), decisionPart(made), decidedPart(ctx, made)];
}

/** @throws version_conflict when its author has edited it since that version */
function assertSeen(content: Content, version: number | undefined): void {
  if (version !== undefined && version !== versionOf(content)) throw versionConflict(versionOf(content));
}

/** The parts that decide an appeal: overturning undoes what the decision did, and says so to those who had reported. */
async function appealParts(
  ctx: Ctx,
  item: StoredItem,
  content: Content,
  { action, note: reasons }: NewDecision,
): Promise<Part[]> {
  if (action !== 'uphold' && action !== 'overturn') throw new AppError('action_not_possible');
  const decision = await findAppealed(ctx, item);
  assertMayDecideAppeal(ctx.actor, decision);
  const undone = action === 'overturn' ? await undoneBy(ctx, item, decision, content) : undefined;
  return [
    ...(undone?.parts ?? []),
    ...appealDecidedParts(ctx, decision, { outcome: action, reasons, complete: undone?.complete ?? null }),
    decidedPart(ctx, { ...decision, action }),
    // What came of an item about votes is about all of them, and not of one who appeals.
    ...(undone && !item.appellant ? [outcomePart(decision.item, 'dismissed')] : []),
  ];
}

/** The writes that undo a decision; of one about the votes of several, for the one who appeals. */
async function undoneBy(ctx: Ctx, { appellant }: StoredItem, decision: StoredDecision, content: Content) {
  if (appellant === undefined) return undoOf(ctx, decision, await matterOf(ctx, content));
  return { parts: await giveBackParts(ctx, decision.id, content.card.id, appellant), complete: true };
}

/** The part that enters a decision in the audit log: under the person, where it is about the account and not about the content. */
function decidedPart(ctx: Ctx, { id, action, subject, about, reason, item, votes }: StoredDecision): Part {
  const groups = votes?.groups.join(',');
  const facts = { decision: id, item, reason, content: subject.id, about: about ?? undefined, groups };
  const isAboutPerson = (accountActions as readonly Action[]).includes(action);
  return auditPart(ctx, {
    action: `decision_${action}`,
    subject: (isAboutPerson && about) || subject.id,
    facts,
  });
}

const isAboutVotes = (action: Action) => action === 'quarantine' || action === 'release';

/** The decision that an item of kind `appeal` is about, with that appeal. */
export function findAppealed(ctx: Ctx, { decision, appellant }: StoredItem): Promise<StoredDecision> {
  return requireDecision(ctx, decision!, appellant);
}

/** A decision as stored; with the appeal of `person`, where it is about the votes of several. @throws decision_not_found */
export async function requireDecision(ctx: Ctx, id: DecisionId, person?: PersonId): Promise<StoredDecision> {
  const decision = person ? await findDecisionFor(ctx, id, person) : await findDecision(ctx, id);
  if (!decision) throw new AppError('decision_not_found');
  return decision;
}
