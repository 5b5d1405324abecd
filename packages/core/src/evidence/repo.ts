/** What is kept of votes for a time, to see that many came from one network: marks beside the votes, and the evidence of items. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { getItem } from '../db/get.ts';
import {
  byPartition,
  evidenceKey,
  type Item,
  timeOfPosition,
  votedPartition,
  votedPosition,
  voteShards,
  watchKey,
} from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, StaleRead, setPart } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { type DecisionId, type ItemId, idPrefixes, type PersonId, type SubjectId, timeOfId } from '../shared/ids.ts';
import { after, day, hanoiDay, hanoiDays, ttl } from '../shared/time.ts';
import { subjectKinds } from '../subject/kinds.ts';
import type { SeenVote } from './rules.ts';
import type { Evidence } from './schema.ts';

/** How long marks stay beside votes, and evidence with its item: as long as appeals may come. The day more is for what is decided last. */
export const keptDays = { marks: 31, evidence: 30 } as const;
/** The most votes of a shard and a day that are looked at, the newest. */
const mostOfShard = 400;

/** Votes for a subject since a time whose network is marked, at most some thousands, the newest of them. From an index. */
export async function listSeenVotes(ctx: Ctx, subject: SubjectId, since: Date): Promise<SeenVote[]> {
  const partitions = hanoiDays(hanoiDay(since), hanoiDay(ctx.now())).flatMap((date) =>
    Array.from({ length: voteShards }, (_, shard) => votedPartition(date, shard)),
  );
  const prefix = votedPosition(subject, '');
  const list = { index: 'gsi2', prefix, order: 'descending', limit: mostOfShard, fields: ['network'] } as const;
  const pages = await pMap(partitions, (partition) => queryPage(ctx, { list: partition, partition, ...list }), {
    concurrency: 4,
  });
  const votes = pages.flatMap(({ items }) => items.map(seenVote));
  return votes.filter(({ at }) => at > since.getTime());
}

function seenVote(item: Item): SeenVote {
  const person = item.sk as PersonId;
  const at = Date.parse(timeOfPosition(String((item as { gsi2sk?: string }).gsi2sk)));
  return { person, at, network: String(item.network), joined: timeOfId(person) };
}

/** Whether a person has raised, answered or commented anything. */
export async function hasPosted(ctx: Ctx, person: PersonId): Promise<boolean> {
  const pages = await Promise.all(
    [...subjectKinds, 'comment' as const].map((kind) => {
      const partition = byPartition(person, kind);
      return queryPage(ctx, { list: partition, index: 'gsi1', partition, order: 'descending', limit: 1, fields: [] });
    }),
  );
  return pages.some(({ items }) => items.length > 0);
}

/**
 * Evidence as it is stored beside its item, until a time: who the votes of each group are from is shown to nobody, and what a decision is
 * made of.
 */
export type StoredEvidence = Evidence & {
  item: ItemId;
  subject: SubjectId;
  /** The people of each group: their ids without the prefix, with blanks between. */
  members: Record<string, string>;
};

/** The people of groups, each once. */
export function membersOf({ members }: StoredEvidence, groups: readonly string[]): PersonId[] {
  const ids = groups.flatMap((group) => members[group]?.split(' ') ?? []);
  return [...new Set(ids)].map((id) => `${idPrefixes.person}_${id}` as PersonId);
}

/** People as `members` keeps them. */
export function membersText(people: readonly PersonId[]): string {
  return people.map((person) => person.slice(idPrefixes.person.length + 1)).join(' ');
}

/** The evidence of an item, read strongly; undefined once it is gone. */
export async function findEvidence(ctx: Ctx, item: ItemId): Promise<StoredEvidence | undefined> {
  const found = await getItem(ctx, evidenceKey(item), { consistent: true });
  // DynamoDB deletes what is over only after a while.
  return found && Number(found.ttl) > ttl(ctx.now()) ? (found as unknown as StoredEvidence) : undefined;
}

/** Up to when the votes of a subject have been looked at, and the item that they are in. */
export type Watch = { item: ItemId; from: string; upTo: string };

export async function findWatch(ctx: Ctx, subject: SubjectId): Promise<Watch | undefined> {
  return (await getItem(ctx, watchKey(subject), { consistent: true })) as Watch | undefined;
}

/**
 * The parts that store the evidence of an item in place of what it had before, and up to when votes have been looked at.
 * @throws StaleRead when they are written and it was replaced or decided about meanwhile
 */
export function evidenceParts(ctx: Ctx, evidence: StoredEvidence): Part[] {
  const { version, item, subject, from, to } = evidence;
  const condition =
    version === 1
      ? { expression: 'attribute_not_exists(pk)', values: {} }
      : {
          expression: '#version = :before AND attribute_not_exists(decided)',
          names: { '#version': 'version' },
          values: { ':before': version - 1 },
        };
  const kept = { ...evidence, ttl: ttl(after(ctx.now(), keptDays.evidence * day)) };
  return [
    setPart(evidenceKey(item), kept, condition, () => new StaleRead()),
    setPart(watchKey(subject), { item, from, upTo: to }),
  ];
}

/** A part that closes evidence, as votes in it are set aside by a decision. @throws StaleRead when it is written and it has been replaced */
export function evidenceDecidedPart({ item, version }: StoredEvidence, decision: DecisionId): Part {
  const condition = {
    expression: '#version = :version AND attribute_not_exists(decided)',
    names: { '#version': 'version' },
    values: { ':version': version },
  };
  return setPart(evidenceKey(item), { decided: decision }, condition, () => new StaleRead());
}

const forgottenTogether = 100;
/** So many days are looked through, so that some nights without the job leave nothing. */
const nights = 10;

/** Takes the marks of votes that are old enough away, until a time. For a job. Resolves to how many. */
export async function forgetMarks(ctx: Ctx, until: Date): Promise<{ forgotten: number; done: boolean }> {
  const last = after(ctx.now(), -keptDays.marks * day);
  let forgotten = 0;
  for (const date of hanoiDays(hanoiDay(after(last, -nights * day)), hanoiDay(last))) {
    for (let shard = 0; shard < voteShards; shard++) {
      const partition = votedPartition(date, shard);
      const list = { list: partition, index: 'gsi2', partition, order: 'ascending', fields: [] } as const;
      let cursor: string | undefined;
      do {
        const page = await queryPage(ctx, { ...list, limit: forgottenTogether, cursor });
        await pMap(page.items, (vote) => forgetMark(ctx, vote), { concurrency: 4 });
        forgotten += page.items.length;
        cursor = page.nextCursor ?? undefined;
        if (ctx.now() >= until) return { forgotten, done: false };
      } while (cursor);
    }
  }
  return { forgotten, done: true };
}

/** One that was taken back meanwhile is not made again. */
async function forgetMark(ctx: Ctx, { pk, sk }: Item): Promise<void> {
  await ctx.db.client
    .send(
      new UpdateCommand({
        TableName: ctx.db.table,
        Key: { pk, sk },
        UpdateExpression: 'REMOVE network, gsi2pk, gsi2sk',
        ConditionExpression: 'attribute_exists(pk)',
      }),
    )
    .catch((error: Error) => {
      if (error.name !== 'ConditionalCheckFailedException') throw error;
    });
}
