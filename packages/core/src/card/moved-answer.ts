/**
 * Moving an answer from one parent to another: what it answers was merged, or that was undone. It takes the new parent's values, is
 * counted there and in its list, and notes by which merge it came, so that each merge can be undone in any order.
 */
import { answersPartition, cardKey, takenKey } from '../db/keys.ts';
import { type Part, setPart } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { type DecisionId, kindOf, type SubjectId } from '../shared/ids.ts';
import { parentField, statusSpec } from '../subject/kinds.ts';
import { votingEndParts } from '../tally/repo.ts';
import { countAboveParts } from './answer.ts';
import { inheritedFrom } from './inherited.ts';
import { EditedMeanwhile } from './move.ts';
import { changeBodyPart, splitFields } from './repo.ts';
import type { Came, Card, ModeratedFields } from './schema.ts';
import { parentOf } from './status.ts';

type Answer = Card & ModeratedFields;

/**
 * The parts by which an answer goes along with what it answers, which was merged into `to` by the decision `by`; refused with
 * `EditedMeanwhile` once that merge stands no more.
 */
export function takeAlongParts(ctx: Ctx, answer: Answer, to: Card, by: DecisionId): Part[] {
  const from = parentOf(answer)!;
  return [
    ...moveAnswerParts(ctx, answer, to, [...(answer.cameBy ?? []), { by, from }]),
    // Kept from before where an earlier merge was undone, and everything came along again.
    { write: { Put: { TableName: '', Item: takenKey(by, answer.id) } } },
    stillMergedPart(from, by),
  ];
}

/**
 * Where an answer goes when the merge `by` is undone, and by which merges it will have come there: to what it answered before,
 * however many merges have taken it further since. Undefined where it did not come by that merge.
 */
export function wayBackOf(
  cameBy: readonly Came[] | undefined,
  by: DecisionId,
): { to: SubjectId; cameBy: Came[] } | undefined {
  const at = cameBy?.findIndex((came) => came.by === by) ?? -1;
  return at < 0 ? undefined : { to: cameBy![at]!.from, cameBy: cameBy!.slice(0, at) };
}

/** A part that writes nothing, refused with `EditedMeanwhile` unless the subject is merged by that decision. */
export function stillMergedPart(id: SubjectId, by: DecisionId): Part {
  return {
    write: {
      ConditionCheck: {
        TableName: '',
        Key: cardKey(id),
        ConditionExpression: '#merged.#decision = :by',
        ExpressionAttributeNames: { '#merged': 'merged', '#decision': 'decision' },
        ExpressionAttributeValues: { ':by': by },
      },
    },
    refused: () => new EditedMeanwhile(),
  };
}

/** The parts that move an answer below `to`, read with its pin. @throws EditedMeanwhile, when they are written */
export function moveAnswerParts(ctx: Ctx, answer: Answer, to: Card, cameBy: readonly Came[]): Part[] {
  const kind = kindOf(answer.id);
  const inherited = splitFields(inheritedFrom(to));
  const fields = {
    ...inherited.card,
    placeVersion: placeVersionOf(to),
    [parentField(kind)!]: to.id,
    gsi2pk: answersPartition(to.id, kind),
    cameBy,
    formerParents: [...new Set([...(answer.formerParents ?? []), parentOf(answer)!])],
    version: laterVersion(answer, to),
  };
  const moved = { ...answer, [parentField(kind)!]: to.id };
  const movesEnd = statusSpec(kind, answer.status).live && answer.closesAt !== to.closesAt;
  return [
    answerPart(answer, fields),
    changeBodyPart(answer.id, inherited.body),
    ...countAboveParts(ctx, answer, answer.status, -1),
    ...countAboveParts(ctx, moved, answer.status, 1),
    ...(movesEnd ? votingEndParts(ctx, answer.id, to.closesAt) : []),
  ];
}

function answerPart(answer: Answer, fields: Record<string, unknown>): Part {
  const condition = {
    expression: '#version = :version AND #status = :status',
    names: { '#version': 'version', '#status': 'status' },
    values: { ':version': answer.version, ':status': answer.status },
  };
  const part = setPart(cardKey(answer.id), fields, condition, () => new EditedMeanwhile());
  return answer.publishedAt === null ? part : { ...part, changed: answer.id };
}

/**
 * A version with which the sum of all versions on the card grows, as everything that follows changes relies on: those noted of the
 * new parent may be lower than those of the former one.
 */
function laterVersion(answer: Answer, to: Card): number {
  const followed = (answer as unknown as Record<string, number | undefined>)[`${kindOf(to.id)}Version`] ?? 0;
  const lost = Math.max(0, followed - to.version) + Math.max(0, placeVersionOf(answer) - placeVersionOf(to));
  return answer.version + 1 + lost;
}

function placeVersionOf(card: Card): number {
  return (card as Card & { placeVersion?: number }).placeVersion ?? 0;
}
