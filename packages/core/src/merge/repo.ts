/** Who is asked to move a support, in the table: one item for each merge and person who supported what was merged. */
import { getItem } from '../db/get.ts';
import { askedKey, askedPartition, byPartition, type Item } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, StaleRead, setPart } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { DecisionId, PersonId, SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import type { SupportMoveState } from './schema.ts';

/** A question as stored. It is there no more once its merge was undone. */
export type StoredAsk = {
  /** What was merged, into what, by which decision and when. */
  subject: SubjectId;
  into: SubjectId;
  decision: DecisionId;
  at: string;
  person: PersonId;
  state: SupportMoveState;
  /** Where the support is that has moved: further merges may have taken it further. */
  voteAt?: SubjectId;
};

/** The item of a question. One that follows from the answer to another is in nobody's list. */
export function askItem(ask: StoredAsk, { isListed = true } = {}): Item {
  const { decision, person, at, subject } = ask;
  const mine = { gsi1pk: byPartition(person, 'merge'), gsi1sk: `${at}#${subject}` };
  return { ...askedKey(decision, person), ...(isListed && mine), ...ask };
}

/** A part that stores an answer, refused with `StaleRead` when the support has moved meanwhile. */
export function answerPart(item: Item): Part {
  return {
    write: {
      Put: {
        TableName: '',
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk) OR #state <> :moved',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':moved': 'moved' },
      },
    },
    refused: () => new StaleRead(),
  };
}

/** A part that says where a support is that had moved. */
export function votePlacePart(decision: DecisionId, person: PersonId, voteAt: SubjectId): Part {
  const isThere = { expression: 'attribute_exists(pk)', values: {} };
  return setPart(askedKey(decision, person), { voteAt }, isThere, () => new StaleRead());
}

/** A part that takes a question away. */
export function noAskPart(decision: DecisionId, person: PersonId): Part {
  return { write: { Delete: { TableName: '', Key: askedKey(decision, person) } } };
}

/** What a person answered, read strongly; undefined when they were not asked yet. */
export async function findAsk(ctx: Ctx, decision: DecisionId, person: PersonId): Promise<StoredAsk | undefined> {
  return (await getItem(ctx, askedKey(decision, person), { consistent: true })) as StoredAsk | undefined;
}

/** A page of those who were asked about a merge, in one shard. Read strongly. */
export async function listAsked(
  ctx: Ctx,
  { decision, shard }: { decision: DecisionId; shard: number },
  query: { limit: number; cursor?: string },
): Promise<Page<StoredAsk>> {
  const partition = askedPartition(decision, shard);
  const page = await queryPage(ctx, { list: partition, partition, order: 'ascending', consistent: true, ...query });
  return page as unknown as Page<StoredAsk>;
}

/** A page of what a person is asked, newest first. @throws invalid_cursor */
export async function listAsksOf(
  ctx: Ctx,
  person: PersonId,
  query: { limit: number; cursor?: string },
): Promise<Page<StoredAsk>> {
  const partition = byPartition(person, 'merge');
  const page = await queryPage(ctx, { list: partition, index: 'gsi1', partition, order: 'descending', ...query });
  return page as unknown as Page<StoredAsk>;
}
