/** Votes in the table. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { getItem } from '../db/get.ts';
import { byPartition, voteKey, votePartition, voteShards } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { PersonId, SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { iso } from '../shared/time.ts';

/** A part that puts a person's vote, refused when they have voted already. */
export function newVotePart(subject: SubjectId, person: PersonId, at: Date, refused: Part['refused']): Part {
  const vote = {
    ...voteKey(subject, person),
    gsi1pk: byPartition(person, 'vote'),
    gsi1sk: `${iso(at)}#${subject}`,
    subject,
    createdAt: iso(at),
  };
  return putNew(vote, refused);
}

/** When a person voted for a subject; undefined when they have not. Read strongly. */
export async function findVoteTime(ctx: Ctx, subject: SubjectId, person: PersonId): Promise<string | undefined> {
  const vote = await getItem(ctx, voteKey(subject, person), { consistent: true });
  return vote && String(vote.createdAt);
}

/** A part that removes exactly the vote that was read: one that was cast again meanwhile has another weight in the trend. */
export function removeVotePart(
  subject: SubjectId,
  person: PersonId,
  createdAt: string,
  refused: Part['refused'],
): Part {
  return {
    write: {
      Delete: {
        TableName: '',
        Key: voteKey(subject, person),
        ConditionExpression: 'createdAt = :createdAt',
        ExpressionAttributeValues: { ':createdAt': createdAt },
      },
    },
    refused,
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

/** How many votes a subject has, counted one by one, read strongly. For recounts: the cost grows with the votes. */
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
