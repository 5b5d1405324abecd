/**
 * Seals of the audit log: each holds the hash of an entry and of the seal before it, so that nobody changes, removes or inserts an
 * entry unnoticed. Entries are sealed by a job, in the order in which it finds them, as a chain written with each entry would make all
 * acts wait for one item.
 */
import canonicalize from 'canonicalize';
import { getItem } from '../db/get.ts';
import { auditPartition, type Item, lastSealKey, sealKey, sealPartition } from '../db/keys.ts';
import { type PageQuery, queryPage } from '../db/query.ts';
import { type Part, putNew, StaleRead, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { sha256 } from '../shared/hash.ts';
import { idAt, timeOfId } from '../shared/ids.ts';
import { after, hanoiDay, hanoiDays, hasCome, iso, minute, startOfHanoiDay } from '../shared/time.ts';

/** The first day in Hanoi that can have entries. */
export const firstDay = '2026-11-28';
/** Younger entries wait: a transaction that was built before may still be on its way. */
const youngest = minute;
/** How far before the last run is looked again, for entries that took long to be written, and for clocks that differ. */
const lookBack = 10 * minute;
/** Seals in one transaction, beside the mark of the last one. */
const mostSeals = 90;

/** One link of the chain: seal `number` of `day`, of the entry `entry` of `entryDay`. */
export type Seal = {
  day: string;
  number: number;
  entryDay: string;
  entry: string;
  /** The hash of the entry, whole as it is stored. */
  entryHash: string;
  /** The hash of the seal before; empty for the very first. */
  before: string;
  hash: string;
  at: string;
};

/** The last seal, and up to when entries have been looked for. */
export type LastSeal = Pick<Seal, 'day' | 'number' | 'hash'> & { upTo: string };

/** The hash of an entry: of all that is stored, its keys too, as by them it is found. RFC 8785 says how it is spelled. */
export function hashOfEntry(item: Item): string {
  return sha256(canonicalize(item)!);
}

/** The hash of a seal, of all that it says but the hash itself. */
export function hashOfSeal({ day, number, entryDay, entry, entryHash, before, at }: Omit<Seal, 'hash'>): string {
  return sha256(canonicalize({ day, number, entryDay, entry, entryHash, before, at })!);
}

/** The last seal; undefined before the first. Read strongly. */
export async function findLastSeal(ctx: Ctx): Promise<LastSeal | undefined> {
  return (await getItem(ctx, lastSealKey, { consistent: true })) as LastSeal | undefined;
}

/** All items of a query, page by page. */
export async function* readAll(
  ctx: Ctx,
  query: Omit<PageQuery, 'list' | 'limit' | 'consistent'>,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await queryPage(ctx, { list: query.partition, limit: 200, consistent: true, ...query, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

/**
 * Seals the entries that are older than a minute and not sealed yet, until `until`. Two at once do no harm: of two that seal after the
 * same seal one is refused, and looks again. Resolves to how many it sealed, and whether it came to the end.
 */
export async function sealEntries(ctx: Ctx, until: Date): Promise<{ sealed: number; done: boolean; last?: LastSeal }> {
  let sealed = 0;
  for (;;) {
    const last = await findLastSeal(ctx);
    if (ctx.now() >= until) return { sealed, done: false, last };
    const upTo = after(ctx.now(), -youngest);
    const waiting = await findWaiting(ctx, last, upTo);
    const isEnd = waiting.length < mostSeals;
    const seals = sealsAfter(ctx, last, waiting);
    const lookedUpTo = isEnd ? upTo : new Date(timeOfId(waiting.at(-1)!.sk));
    const next = seals.at(-1) ?? last;
    if (!next) return { sealed, done: true };
    const { day, number, hash } = next;
    const now = { day, number, hash, upTo: iso(lookedUpTo) };
    try {
      await transact(ctx, [
        lastSealPart(last, now),
        ...seals.map((seal) => putNew({ ...sealKey(seal.day, seal.number), ...seal })),
      ]);
    } catch (error) {
      if (!(error instanceof StaleRead)) throw error;
      continue;
    }
    sealed += seals.length;
    if (isEnd) return { sealed, done: true, last: now };
  }
}

/** The next entries without a seal, oldest first, up to those of one transaction. */
async function findWaiting(ctx: Ctx, last: LastSeal | undefined, upTo: Date): Promise<Item[]> {
  const from = last ? after(new Date(last.upTo), -lookBack) : startOfHanoiDay(firstDay);
  const sealed = last ? await sealedSince(ctx, last, from) : new Set<string>();
  const waiting: Item[] = [];
  for (const day of hanoiDays(hanoiDay(from), hanoiDay(upTo))) {
    const entries = { partition: auditPartition(day), from: idAt('event', from), order: 'ascending' } as const;
    for await (const item of readAll(ctx, entries)) {
      if (timeOfId(item.sk) > upTo.getTime() || waiting.length === mostSeals) return waiting;
      if (!sealed.has(item.sk)) waiting.push(item);
    }
  }
  return waiting;
}

/** The entries that were sealed since then. An entry is younger than its seal, so those of all entries since then are among them. */
async function sealedSince(ctx: Ctx, last: LastSeal, since: Date): Promise<Set<string>> {
  const found = new Set<string>();
  for (const day of hanoiDays(hanoiDay(since), last.day).reverse()) {
    for await (const item of readAll(ctx, { partition: sealPartition(day), order: 'descending' })) {
      const { entry, at } = item as unknown as Seal;
      if (hasCome(at, since)) return found;
      found.add(entry);
    }
  }
  return found;
}

function sealsAfter(ctx: Ctx, last: LastSeal | undefined, entries: readonly Item[]): Seal[] {
  const today = hanoiDay(ctx.now());
  // Also where a clock was set back: the chain goes on.
  const day = last && last.day > today ? last.day : today;
  let number = last?.day === day ? last.number : 0;
  let before = last?.hash ?? '';
  return entries.map((item) => {
    const facts = { day, number: ++number, entryDay: String(item.day), entry: item.sk, entryHash: hashOfEntry(item) };
    const seal = { ...facts, before, at: iso(ctx.now()) };
    before = hashOfSeal(seal);
    return { ...seal, hash: before };
  });
}

/** The part that marks the last seal, if it is still the one that was read. @throws StaleRead, when it is written */
function lastSealPart(read: LastSeal | undefined, now: LastSeal): Part {
  const refused = () => new StaleRead();
  const Item = { ...lastSealKey, ...now };
  if (!read) return putNew(Item, refused);
  const condition = {
    ConditionExpression: '#hash = :hash',
    ExpressionAttributeNames: { '#hash': 'hash' },
    ExpressionAttributeValues: { ':hash': read.hash },
  };
  return { write: { Put: { TableName: '', Item, ...condition } }, refused };
}
