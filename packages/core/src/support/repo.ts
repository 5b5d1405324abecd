/** Votes in the table. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { getItem, getItems } from '../db/get.ts';
import { byPartition, votedPartition, votedPosition, voteKey, votePartition, voteShards } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew, StaleRead, setPart } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { shardOf } from '../shared/hash.ts';
import type { DecisionId, PersonId, SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { hanoiDay, iso } from '../shared/time.ts';

/** A vote that is cast. */
export type NewVote = {
  subject: SubjectId;
  person: PersonId;
  at: Date;
  /** The mark of the network it came from; undefined for what no request casts. */
  network: string | undefined;
};

/** A part that puts a person's vote, refused when they have voted already. */
export function newVotePart({ subject, person, at, network }: NewVote, refused: Part['refused']): Part {
  const vote = {
    ...voteKey(subject, person),
    gsi1pk: byPartition(person, 'vote'),
    gsi1sk: `${iso(at)}#${subject}`,
    ...(network && {
      gsi2pk: votedPartition(hanoiDay(at), shardOf(person, voteShards)),
      gsi2sk: votedPosition(subject, iso(at)),
      network,
    }),
    subject,
    createdAt: iso(at),
  };
  return putNew(vote, refused);
}

/** A vote as it is stored. */
export type StoredVote = {
  createdAt: string;
  /** The decision that set it aside: it is kept and not counted. */
  quarantined?: DecisionId;
  /** It was taken back while it was set aside. It stays, so that whoever casts it again has no second one. */
  withdrawn?: true;
};

/** The vote of a person for a subject; undefined when they have none. Read strongly. */
export async function findVote(ctx: Ctx, subject: SubjectId, person: PersonId): Promise<StoredVote | undefined> {
  return (await getItem(ctx, voteKey(subject, person), { consistent: true })) as StoredVote | undefined;
}

/** The votes of people (at most 100) for a subject, in their order, read strongly. */
export async function findVotes(
  ctx: Ctx,
  subject: SubjectId,
  people: readonly PersonId[],
): Promise<(StoredVote | undefined)[]> {
  const keys = people.map((person) => voteKey(subject, person));
  return (await getItems(ctx, keys, { consistent: true })) as unknown as (StoredVote | undefined)[];
}

/**
 * A part that removes exactly the vote that was read: one that was cast again meanwhile has another weight in the trend.
 * @throws StaleRead when it is written and the vote was set aside meanwhile; what `gone` gives when it is another one, or none
 */
export function removeVotePart(
  subject: SubjectId,
  person: PersonId,
  { createdAt }: StoredVote,
  gone: () => Error,
): Part {
  return {
    write: {
      Delete: {
        TableName: '',
        Key: voteKey(subject, person),
        ConditionExpression: 'createdAt = :createdAt AND attribute_not_exists(quarantined)',
        ExpressionAttributeValues: { ':createdAt': createdAt },
      },
    },
    refused: (found) => (found?.quarantined ? new StaleRead() : gone()),
  };
}

/** A page of those who support a subject, in one shard of its votes. Read strongly. */
export async function listVoters(
  ctx: Ctx,
  subject: SubjectId,
  shard: number,
  query: { limit: number; cursor?: string },
): Promise<Page<PersonId>> {
  const partition = votePartition(subject, shard);
  const list = { list: partition, partition, order: 'ascending', consistent: true, fields: [] } as const;
  const page = await queryPage(ctx, { ...list, ...query });
  return { ...page, items: page.items.map(({ sk }) => sk as PersonId) };
}

/** A part that takes a vote back that is set aside, or casts it again: neither is counted. @throws StaleRead, when it is counted again */
export function withdrawnPart(
  subject: SubjectId,
  person: PersonId,
  { createdAt, quarantined }: StoredVote,
  withdrawn: boolean,
): Part {
  const listed = { gsi1pk: byPartition(person, 'vote'), gsi1sk: `${createdAt}#${subject}` };
  return {
    write: {
      Update: {
        TableName: '',
        Key: voteKey(subject, person),
        UpdateExpression: withdrawn
          ? 'SET withdrawn = :yes REMOVE gsi1pk, gsi1sk'
          : 'SET gsi1pk = :gsi1pk, gsi1sk = :gsi1sk REMOVE withdrawn',
        ConditionExpression: 'quarantined = :decision',
        ExpressionAttributeValues: {
          ':decision': quarantined,
          ...(withdrawn ? { ':yes': true } : { ':gsi1pk': listed.gsi1pk, ':gsi1sk': listed.gsi1sk }),
        },
      },
    },
    refused: () => new StaleRead(),
  };
}

/** A part that writes nothing, and is refused unless a vote is as it was read: there and counted, or not there. */
export function asReadPart(
  subject: SubjectId,
  person: PersonId,
  vote: StoredVote | undefined,
  refused: () => Error,
): Part {
  const createdAt = vote?.createdAt;
  const is = createdAt ? 'createdAt = :createdAt AND attribute_not_exists(quarantined)' : 'attribute_not_exists(pk)';
  const check = { TableName: '', Key: voteKey(subject, person), ConditionExpression: is };
  const values = createdAt && { ExpressionAttributeValues: { ':createdAt': createdAt } };
  return { write: { ConditionCheck: { ...check, ...values } }, refused };
}

/** Whether anybody else voted for a subject than this person, also where it is not counted. Read strongly. */
export async function hasVotesOfOthers(ctx: Ctx, subject: SubjectId, person: PersonId): Promise<boolean> {
  const pages = await Promise.all(
    Array.from({ length: voteShards }, (_, shard) => {
      const partition = votePartition(subject, shard);
      const list = { list: partition, partition, order: 'ascending', limit: 2, consistent: true, fields: [] } as const;
      return queryPage(ctx, list);
    }),
  );
  return pages.some(({ items }) => items.some(({ sk }) => sk !== person));
}

/** A part that sets a vote aside by a decision. @throws StaleRead when it is written, and it is no more as it was read */
export function setAsideVotePart(
  subject: SubjectId,
  person: PersonId,
  { createdAt }: StoredVote,
  decision: DecisionId,
): Part {
  const condition = {
    expression: 'createdAt = :createdAt AND attribute_not_exists(quarantined)',
    values: { ':createdAt': createdAt },
  };
  return setPart(voteKey(subject, person), { quarantined: decision }, condition, () => new StaleRead());
}

/**
 * A part by which a vote that was set aside is one like all others again, or is gone where it was taken back meanwhile.
 * @throws StaleRead when it is written, and it is no more as it was read
 */
export function giveBackVotePart(subject: SubjectId, person: PersonId, { quarantined, withdrawn }: StoredVote): Part {
  const Key = voteKey(subject, person);
  const ExpressionAttributeValues = { ':decision': quarantined };
  const is = `quarantined = :decision AND attribute_${withdrawn ? '' : 'not_'}exists(withdrawn)`;
  const common = { TableName: '', Key, ConditionExpression: is, ExpressionAttributeValues };
  const write = withdrawn ? { Delete: common } : { Update: { ...common, UpdateExpression: 'REMOVE quarantined' } };
  return { write, refused: () => new StaleRead() };
}

/**
 * How many votes a subject has, but for those that are set aside, counted one by one, read strongly. For recounts: the cost grows with the
 * votes.
 */
export async function countVotes(ctx: Ctx, subject: SubjectId): Promise<number> {
  const counts = await Promise.all(Array.from({ length: voteShards }, (_, shard) => countShard(ctx, subject, shard)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countShard(ctx: Ctx, subject: SubjectId, shard: number): Promise<number> {
  let count = 0;
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await ctx.db.client.send(
      new QueryCommand({
        TableName: ctx.db.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': votePartition(subject, shard) },
        FilterExpression: 'attribute_not_exists(quarantined)',
        Select: 'COUNT',
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    count += answer.Count ?? 0;
    from = answer.LastEvaluatedKey;
  } while (from);
  return count;
}
