/**
 * Merging a subject into another of its kind, and undoing that. The votes and comments stay with what they were given to; what
 * answers it follows by a queue (`merge/service.ts`).
 */
import { cardKey, mergesKey } from '../db/keys.ts';
import { type Part, putNew, setPart } from '../db/transact.ts';
import { eventPart, moderators } from '../event/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { type DecisionId, type Id, kindOf, type SubjectId } from '../shared/ids.ts';
import type { SubjectKind } from '../subject/kinds.ts';
import { type MoveEvent, type MoveOf, moveSpec } from '../subject/moves.ts';
import { countAboveParts } from './answer.ts';
import { closedMeanwhileParts } from './hide.ts';
import { alterCardPart, destinationOf, EditedMeanwhile, moveParts, notMerged } from './move.ts';
import type { Card, Moderated, ModeratedFields } from './schema.ts';

type Mergeable<Kind extends SubjectKind> = Card & ModeratedFields & { id: Id<Kind> };

/**
 * The parts that merge a subject into `target`, which was read open: refused with `EditedMeanwhile` when it has changed since, and
 * with `refused` when the subject has left its status.
 */
export function mergeParts<Kind extends SubjectKind>(
  ctx: Ctx,
  card: Mergeable<Kind>,
  target: Card,
  { merged, refused }: { merged: Moderated; refused: ErrorCode },
): Part[] {
  const move = 'merge' as MoveOf<Kind>;
  const into = target.id;
  return [
    ...moveParts(ctx, card, move, { fields: { merged, mergedInto: into }, facts: { into } as never, refused }),
    takesMergePart(target, merged.decision),
    putNew({ ...mergesKey(into, card.id), at: merged.at }, () => new EditedMeanwhile()),
    toldThere(ctx, card, into, move),
    ...countAboveParts(ctx, card, card.status, -1),
  ];
}

/** The parts that undo a merge: the subject comes back in the status it left. Refused like any move. */
export function unmergeParts<Kind extends SubjectKind>(ctx: Ctx, card: Mergeable<Kind>, refused: ErrorCode): Part[] {
  const move = 'unmerge' as MoveOf<Kind>;
  const from = card.mergedInto as SubjectId;
  return [
    ...moveParts(ctx, card, move, { refused }),
    noMergePart(from, card.id),
    toldThere(ctx, card, from, move),
    ...countAboveParts(ctx, card, destinationOf(card, move, ctx.now()), 1),
    ...closedMeanwhileParts(ctx, card, card.unmergesTo),
  ];
}

/** As `unmergeParts`, of a merged subject that was hidden meanwhile: it stays hidden, and comes back as if it had not been merged. */
export function unmergeHiddenParts<Kind extends SubjectKind>(card: Mergeable<Kind>): Part[] {
  return [
    alterCardPart(card, { ...notMerged, left: card.unmergesTo }),
    noMergePart(card.mergedInto as SubjectId, card.id),
  ];
}

/** The target still is as it was read, and says from now on that something was merged into it. */
function takesMergePart(target: Card, latestMerge: DecisionId): Part {
  const condition = {
    expression: '#version = :version AND #status = :status',
    names: { '#version': 'version', '#status': 'status' },
    values: { ':version': target.version, ':status': target.status },
  };
  // What an answer answers changes with its version: `card/moved-answer.ts`.
  return setPart(cardKey(target.id), { hasMerges: true, latestMerge }, condition, () => new EditedMeanwhile());
}

function noMergePart(into: SubjectId, id: SubjectId): Part {
  return { write: { Delete: { TableName: '', Key: mergesKey(into, id) } } };
}

/** The event of the move on the timeline of the target. */
function toldThere<Kind extends SubjectKind>(ctx: Ctx, card: Mergeable<Kind>, target: SubjectId, move: MoveOf<Kind>) {
  const kind = kindOf(card.id) as Kind;
  const { event } = moveSpec(kind, move);
  const facts = { into: target, [kind]: card.id, title: card.title } as never;
  return eventPart({ ...ctx, actor: moderators }, target, event as MoveEvent, facts, null);
}
