/** What is known of a person in the table: what they wrote, what moderators decided; and the times of what they did in the past hour. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Paced } from '../api/limits.ts';
import { getItem, getItems } from '../db/get.ts';
import { type Activity, byPartition, itemKey, paceKey, personKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { foundItem } from '../db/transact.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { ItemId, PersonId } from '../shared/ids.ts';
import { after, hour, minute, ttl } from '../shared/time.ts';
import { subjectKinds } from '../subject/kinds.ts';
import type { Merits } from './rules.ts';

/** So many of the latest posts of each kind are looked at: enough to tell a newcomer from somebody known. */
const postsLookedAt = 5;
/** So many of the latest reports of a person are looked at: what somebody did years ago says little of today. */
const reportsLookedAt = 20;
/** So many of the latest decisions about a person are counted. */
const decisionsLookedAt = 50;

/** What a person's level follows from: seven reads, so it is asked only where it matters. */
export async function findMerits(ctx: Ctx, person: PersonId): Promise<Merits> {
  const kinds = [...subjectKinds, 'comment'] as const;
  const [account, decisions, outcomes, ...posts] = await Promise.all([
    getItem(ctx, personKey(person), { consistent: true }),
    latest(ctx, person, 'decision', decisionsLookedAt, ['appealUntil', 'appeal']),
    findOutcomes(ctx, person),
    ...kinds.map((kind) => countStanding(ctx, person, kind)),
  ]);
  const { createdAt } = (account ?? {}) as { createdAt?: string };
  return {
    age: createdAt ? ctx.now().getTime() - Date.parse(createdAt) : 0,
    posts: posts.reduce((sum, count) => sum + count, 0),
    upheld: outcomes.acted,
    decisions: decisions.filter(standsAgainst).length,
  };
}

/** A decision that took something from somebody can be appealed; it counts unless that overturned it. */
function standsAgainst({ appealUntil, appeal }: { [name: string]: unknown }): boolean {
  return appealUntil !== null && (appeal as { outcome?: string } | null)?.outcome !== 'overturn';
}

/** How many of a person's latest posts are public and stand. */
async function countStanding(ctx: Ctx, person: PersonId, kind: Activity): Promise<number> {
  const items = await latest(ctx, person, kind, postsLookedAt, ['publishedAt', 'status']);
  return items.filter(({ publishedAt, status }) => (kind === 'comment' ? status === 'visible' : publishedAt)).length;
}

/** What came of the latest reports of a person. */
export async function findOutcomes(ctx: Ctx, person: PersonId): Promise<{ acted: number; dismissed: number }> {
  const reports = await latest(ctx, person, 'report', reportsLookedAt, ['item']);
  const keys = [...new Set(reports.map(({ item }) => item as ItemId))].map(itemKey);
  const items = keys.length > 0 ? await getItems(ctx, keys, { consistent: true }) : [];
  const count = (wanted: string) => items.filter((item) => item?.outcome === wanted).length;
  return { acted: count('acted'), dismissed: count('dismissed') };
}

async function latest(ctx: Ctx, person: PersonId, activity: Activity, limit: number, fields: readonly string[]) {
  const partition = byPartition(person, activity);
  const query = { list: partition, index: 'gsi1', partition, order: 'descending', limit } as const;
  return (await queryPage(ctx, { ...query, fields })).items;
}

/** What an hour's item holds where it has no room: the times, and what was known of the person's places a while ago. */
export type Hour = { times: number[]; places?: number; placesUntil?: number };

/** For how long it is remembered how many places somebody has. */
const rememberedFor = 10 * minute;

/** Adds the time where there is room for fewer than `most`, or than is remembered of the person; else answers the hour as it is. */
export function takePlace(
  ctx: Ctx,
  paced: Paced,
  most: number,
  { orRemembered = false } = {},
): Promise<Hour | undefined> {
  const time = ctx.now().getTime();
  const remembered = orRemembered ? ' OR (size(times) < places AND placesUntil > :time)' : '';
  return update(ctx, paced, {
    UpdateExpression: 'SET times = list_append(if_not_exists(times, :none), :now), #ttl = :ttl',
    ConditionExpression: `attribute_not_exists(times) OR size(times) < :most${remembered}`,
    ExpressionAttributeValues: { ':none': [], ':now': [time], ':most': most, ...(orRemembered && { ':time': time }) },
  });
}

/** Remembers for some minutes how many places somebody has. */
export async function rememberPlaces(ctx: Ctx, paced: Paced, places: number): Promise<void> {
  await update(ctx, paced, {
    UpdateExpression: 'SET places = :places, placesUntil = :until, #ttl = :ttl',
    ExpressionAttributeValues: { ':places': places, ':until': ctx.now().getTime() + rememberedFor },
  });
}

/** Whether it set the times, which are still those that were read. */
export async function replaceTimes(ctx: Ctx, paced: Paced, read: readonly number[], times: readonly number[]) {
  const found = await update(ctx, paced, {
    UpdateExpression: 'SET times = :times, #ttl = :ttl',
    ConditionExpression: 'times = :read',
    ExpressionAttributeValues: { ':times': times, ':read': read },
  });
  return found === undefined;
}

/** Sends the update; answers what is there where its condition fails. */
async function update(
  ctx: Ctx,
  paced: Paced,
  input: Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>,
): Promise<Hour | undefined> {
  const expires = ttl(after(ctx.now(), hour));
  const command = new UpdateCommand({
    ...input,
    TableName: ctx.db.table,
    Key: paceKey(requirePerson(ctx).id, paced),
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ':ttl': expires },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await ctx.db.client.send(command);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return (foundItem(error.Item) ?? { times: [] }) as Hour;
  }
}
