/** Tallies: the exact counts of a subject, in shards that change only by additions inside a transaction. */

import { getItems, getTogether } from '../db/get.ts';
import { type Item, type Key, tallyKey, tallyShards } from '../db/keys.ts';
import type { Condition } from '../db/set-input.ts';
import { type Part, StaleRead, setPart } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { PersonId, SubjectId } from '../shared/ids.ts';
import { sharingTheNext } from '../shared/sharing.ts';
import { iso } from '../shared/time.ts';
import { type Counter, counters } from '../subject/kinds.ts';
import { storedTrend, trendOf } from './rules.ts';
import { knownShards, shardsOn, tallyKeyOf, tallyKeys } from './shards.ts';

export type Tally = Record<Counter | 'trend' | 'revision', number>;

/** What is counted: `amount` is 1, or −1 for something withdrawn; `at` is when it was first done, which decides its weight in the trend. */
export type Count = { subject: SubjectId; person: PersonId; counter: Counter; amount: 1 | -1; at: Date };

/**
 * A part that counts a vote in one of all existing shards. It is refused unless the shard exists and its end of voting has
 * not come, so a vote need not read the card.
 */
export function votePart(ctx: Ctx, count: Count, refused: Part['refused']): Part {
  const key = tallyKeyOf(count.subject, count.person, knownShards(ctx, count.subject));
  const condition = { expression: 'openUntil > :now', values: { ':now': iso(ctx.now()) } };
  return addPart(key, count, { condition }, refused);
}

/**
 * A part that counts in one of the first shards. `openUntil` is the end of voting on the card (ISO time, or null for none): a
 * shard without an end gets this one, and the part is refused once the end on the shard has come. A card that was read too
 * early does no harm, as every change of the end of voting is written on every shard.
 */
export function countPart(ctx: Ctx, count: Count & { openUntil?: string | null }, refused?: Part['refused']): Part {
  const key = tallyKeyOf(count.subject, count.person, tallyShards.first);
  if (count.openUntil === undefined) return addPart(key, count, {}, refused);
  const set = 'openUntil = if_not_exists(openUntil, :until)';
  const isComment = count.counter === 'comments';
  const expression = isComment ? `${stillOpen} AND ${unlocked}` : stillOpen;
  const values = { ':until': count.openUntil ?? endless, ':now': iso(ctx.now()), ...(isComment && { ':no': false }) };
  return addPart(key, count, { set, condition: { expression, values } }, refused);
}

/** A shard without an end has never been told of one: then the end is the one that the card had from the beginning. */
const stillOpen = '(attribute_not_exists(openUntil) OR openUntil > :now)';
const unlocked = '(attribute_not_exists(locked) OR locked = :no)';

/**
 * Parts that lock the comments of a subject, or unlock them: no comment that is written after them is counted, even if it
 * began before. Comments are counted in the first shards alone, so no other need know.
 */
export function commentLockParts(subject: SubjectId, locked: boolean): Part[] {
  return tallyKeys(subject, 0, tallyShards.first).map((key) => setPart(key, { locked }));
}

/** As `stillOpenPart`, for edits of comments: refused also while the subject's comments are locked. */
export function takesCommentsPart(ctx: Ctx, subject: SubjectId, person: PersonId, refused: Part['refused']): Part {
  return {
    write: {
      ConditionCheck: {
        TableName: '',
        Key: tallyKeyOf(subject, person, tallyShards.first),
        ConditionExpression: `${stillOpen} AND ${unlocked}`,
        ExpressionAttributeValues: { ':now': iso(ctx.now()), ':no': false },
      },
    },
    refused,
  };
}

/** A part that writes nothing and is refused once voting is over on the shard that counts what `person` does. */
export function stillOpenPart(ctx: Ctx, subject: SubjectId, person: PersonId, refused: Part['refused']): Part {
  return {
    write: {
      ConditionCheck: {
        TableName: '',
        Key: tallyKeyOf(subject, person, knownShards(ctx, subject)),
        ConditionExpression: stillOpen,
        ExpressionAttributeValues: { ':now': iso(ctx.now()) },
      },
    },
    refused,
  };
}

function addPart(
  key: Key,
  { counter, amount, at }: Count,
  { set, condition }: { set?: string; condition?: Condition },
  refused: Part['refused'],
): Part {
  return {
    write: {
      Update: {
        TableName: '',
        Key: key,
        UpdateExpression: `ADD #counter :amount, trend :trend, revision :one${set ? ` SET ${set}` : ''}`,
        ConditionExpression: condition?.expression,
        ExpressionAttributeNames: { '#counter': counter },
        ExpressionAttributeValues: {
          ':amount': amount,
          ':trend': amount * trendOf(counter, at),
          ':one': 1,
          ...condition?.values,
        },
      },
    },
    refused,
  };
}

/**
 * A part that counts votes of those times no more, or again (`sign`), whether or not voting is open: for those whose votes are set aside
 * by moderators. `person` is one of them, and chooses the shard.
 */
export function recountPart(subject: SubjectId, person: PersonId, times: readonly Date[], sign: 1 | -1): Part {
  const trend = times.reduce((sum, at) => sum + trendOf('support', at), 0);
  return {
    write: {
      Update: {
        TableName: '',
        Key: tallyKeyOf(subject, person, tallyShards.first),
        UpdateExpression: 'ADD support :votes, trend :trend, revision :one',
        ExpressionAttributeValues: { ':votes': sign * times.length, ':trend': sign * trend, ':one': 1 },
      },
    },
  };
}

/** Voting without an end: later than any time. */
const endless = '9999';

/** Voting is over: earlier than any time, so that a vote under way is refused even if the clock of its machine is behind. */
const over = '0';

/**
 * Parts that set the end of voting on every shard: a time, or null for no end. Only for a subject that people may vote for,
 * as an open shard accepts votes. @throws StaleRead, when they are written and the tally has grown meanwhile
 */
export function votingEndParts(ctx: Ctx, subject: SubjectId, until: string | null): Part[] {
  return endParts(ctx, subject, until ?? endless);
}

/**
 * Parts that end voting now: no vote that is written after them is counted, even if it began before.
 * @throws StaleRead, when they are written and the tally has grown meanwhile
 */
export function votingOverParts(ctx: Ctx, subject: SubjectId): Part[] {
  return endParts(ctx, subject, over);
}

/**
 * As `votingOverParts`, of a subject in which nobody takes part but its author, with a vote of their own where `isCounted`: refused when
 * anything else is counted, also when it was counted a moment ago.
 * @throws what `refused` gives, when they are written
 */
export function votingOverAloneParts(
  subject: SubjectId,
  own: { person: PersonId; isCounted: boolean },
  refused: () => Error,
): Part[] {
  // A tally that has grown had votes of many, so nothing has to be right for it but that it is refused.
  const { first } = tallyShards;
  const mine = tallyKeyOf(subject, own.person, first).pk;
  const names = Object.fromEntries(counters.map((name, index) => [`#c${index}`, name]));
  const nothing = counters.map((_, index) => `(attribute_not_exists(#c${index}) OR #c${index} <= :c${index})`);
  return tallyKeys(subject, 0, first).map((key) => {
    const most = (name: Counter) => (name === 'support' && own.isCounted && key.pk === mine ? 1 : 0);
    const values = Object.fromEntries(counters.map((name, index) => [`:c${index}`, most(name)]));
    const expression = ['attribute_not_exists(shards)', ...nothing].join(' AND ');
    return setPart(key, { openUntil: over }, { expression, names, values }, refused);
  });
}

/** Shard 0 holds the number of shards, so its part is refused when the end would not reach all of them. */
function endParts(ctx: Ctx, subject: SubjectId, openUntil: string): Part[] {
  const shards = knownShards(ctx, subject);
  const [shard0, ...others] = tallyKeys(subject, 0, shards) as [Key, ...Key[]];
  const reachesAll = { expression: 'attribute_not_exists(shards) OR shards <= :shards', values: { ':shards': shards } };
  const refused = (found: Record<string, unknown> | undefined) => {
    shardsOn(ctx, subject, found);
    return new StaleRead();
  };
  return [setPart(shard0, { openUntil }, reachesAll, refused), ...others.map((key) => setPart(key, { openUntil }))];
}

const names: readonly (keyof Tally)[] = [...counters, 'trend', 'revision'];
const nothing = Object.fromEntries(names.map((name) => [name, 0])) as Tally;

/** The shards of a subject's tally, read strongly (1 RCU each); missing ones as zeros. */
export async function readShards(ctx: Ctx, subject: SubjectId): Promise<Tally[]> {
  return (await findShards(ctx, [subject]))[0]!.map(tallyOf);
}

/**
 * The exact counts of a subject now: the sum of its shards, read strongly. Callers that come while a sum of the subject is
 * being read share the next one, so that each read begins after the call: a vote just cast is in it.
 */
export const sumTally = sharingTheNext(
  async (ctx: Ctx, subject: SubjectId): Promise<Tally> => shown(sumOf(await readShards(ctx, subject))),
  (ctx, subject) => `${ctx.db.table} ${subject}`,
);

/**
 * The stored shards of each subject, missing ones as undefined. Shard 0 is read with the first ones and holds the number of
 * shards; no vote cast before this read is in a shard beyond that number.
 */
async function findShards(ctx: Ctx, subjects: readonly SubjectId[]): Promise<(Item | undefined)[][]> {
  const { first } = tallyShards;
  const firstKeys = subjects.flatMap((subject) => tallyKeys(subject, 0, first));
  const found = await getItems(ctx, firstKeys, { consistent: true });
  const shards = subjects.map((_, index) => found.slice(index * first, (index + 1) * first));
  const laterKeys = subjects.map((subject, index) =>
    tallyKeys(subject, first, shardsOn(ctx, subject, shards[index]![0])),
  );
  const later = await getMany(ctx, laterKeys.flat());
  return shards.map((some, index) => [...some, ...later.splice(0, laterKeys[index]!.length)]);
}

/** The items at any number of keys, read strongly, in one call after another. */
async function getMany(ctx: Ctx, keys: readonly Key[]): Promise<(Item | undefined)[]> {
  const items: (Item | undefined)[] = [];
  for (let start = 0; start < keys.length; start += getTogether)
    items.push(...(await getItems(ctx, keys.slice(start, start + getTogether), { consistent: true })));
  return items;
}

function tallyOf(shard: Item | undefined): Tally {
  const counted = Object.fromEntries(names.map((name) => [name, Number(shard?.[name] ?? 0)])) as Tally;
  return { ...counted, trend: storedTrend(shard ?? {}) };
}

/** The sum of shards. */
export function sumOf(shards: readonly Tally[]): Tally {
  const sum = { ...nothing };
  for (const shard of shards) for (const name of names) sum[name] += shard[name];
  return sum;
}

/** A vote may be withdrawn in another shard than the one that counted it, which is read a moment later; no count shows below 0. */
function shown(sum: Tally): Tally {
  return Object.fromEntries(names.map((name) => [name, Math.max(0, sum[name])])) as Tally;
}

/**
 * Parts that add a difference to the counted votes, on the condition that no shard has changed since `shards` was read: so a
 * vote under way is counted before or after, not twice. The trend stays as it is.
 */
export function mendParts(
  subject: SubjectId,
  shards: readonly Tally[],
  missing: number,
  refused: Part['refused'],
): Part[] {
  return shards.map(({ revision }, shard) => {
    const unmoved = {
      TableName: '',
      Key: tallyKey(subject, shard),
      ConditionExpression: revision === 0 ? 'attribute_not_exists(revision)' : 'revision = :revision',
    };
    const values = revision === 0 ? undefined : { ':revision': revision };
    if (shard > 0) return { write: { ConditionCheck: { ...unmoved, ExpressionAttributeValues: values } }, refused };
    const add = { UpdateExpression: 'ADD support :missing, revision :one' };
    const ExpressionAttributeValues = { ...values, ':missing': missing, ':one': 1 };
    return { write: { Update: { ...unmoved, ...add, ExpressionAttributeValues } }, refused };
  });
}

/** Subjects whose first shards are read in one call. */
export const subjectsTogether = Math.floor(getTogether / tallyShards.first);

/** The exact counts of subjects (at most `subjectsTogether`), in their order, each the sum of its shards. */
export async function sumTallies(ctx: Ctx, subjects: readonly SubjectId[]): Promise<Tally[]> {
  return (await findShards(ctx, subjects)).map((shards) => shown(sumOf(shards.map(tallyOf))));
}
