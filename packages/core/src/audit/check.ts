/** Checks the audit log against its seals: entries that were removed, changed or put in later, and seals that were. */
import { getItem } from '../db/get.ts';
import { auditKey, auditPartition, type Item, sealPartition } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import { timeOfId } from '../shared/ids.ts';
import { after, day as dayLong, hanoiDay, hanoiDays, minute, startOfHanoiDay } from '../shared/time.ts';
import { findLastSeal, firstDay, hashOfEntry, hashOfSeal, type LastSeal, readAll, type Seal } from './seal.ts';

/**
 * What is wrong: an entry is missing that was sealed, was changed after it was, or has no seal though it is old; a seal is missing
 * before this one, or was changed.
 */
export type Finding = { what: 'missing' | 'changed' | 'unsealed' | 'seal'; day: string; id: string };
export type Checked = { entries: number; seals: number; found: number; findings: Finding[]; last?: LastSeal };

/** Older entries are sealed: the job runs every five minutes. */
const sealedAfter = 20 * minute;
/** So many findings are told; all are counted. */
const mostTold = 100;

/** What is known on the way through the days. */
type Way = {
  checked: Checked;
  /** Entries whose seal has not been met, with their hashes. */
  pending: Map<string, { day: string; hash: string }>;
  /** The hash of the seal before; undefined where it is not known, as the first that is checked has none before. */
  before: string;
  /** Whether the seal was met that is marked as the last. */
  isLastMet: boolean;
};

/** Checks the entries and seals of all days from `from` on (`2026-11-28`), the days before are taken as they are. */
export async function checkAudit(ctx: Ctx, from = firstDay): Promise<Checked> {
  const last = await findLastSeal(ctx);
  const way: Way = {
    checked: { entries: 0, seals: 0, found: 0, findings: [], ...(last && { last }) },
    pending: new Map(),
    before: await hashBefore(ctx, from),
    isLastMet: last === undefined || last.day < from,
  };
  const today = hanoiDay(ctx.now());
  for (const day of hanoiDays(from, last && last.day > today ? last.day : today)) await checkDay(ctx, day, way);
  for (const [id, { day }] of way.pending) {
    if (timeOfId(id) < ctx.now().getTime() - sealedAfter) tell(way, { what: 'unsealed', day, id });
  }
  if (last && !way.isLastMet) tell(way, { what: 'seal', day: last.day, id: String(last.number) });
  return way.checked;
}

/** The hash of the last seal before a day; empty where there is none. */
async function hashBefore(ctx: Ctx, day: string): Promise<string> {
  const before = hanoiDay(after(startOfHanoiDay(day), -dayLong));
  for (const earlier of hanoiDays(firstDay, before).reverse()) {
    for await (const item of readAll(ctx, { partition: sealPartition(earlier), order: 'descending' })) {
      return String(item.hash);
    }
  }
  return '';
}

async function checkDay(ctx: Ctx, day: string, way: Way): Promise<void> {
  // Seals before entries: what is entered and sealed meanwhile has no seal here, and is too young to be told.
  const seals: Item[] = [];
  for await (const item of readAll(ctx, { partition: sealPartition(day), order: 'ascending' })) seals.push(item);
  for await (const item of readAll(ctx, { partition: auditPartition(day), order: 'ascending' })) {
    way.checked.entries++;
    way.pending.set(item.sk, { day, hash: hashOfEntry(item) });
  }
  let number = 0;
  for (const item of seals) number = await checkSeal(ctx, item as unknown as Seal, number + 1, way);
}

/** Checks one seal, and the entry that it seals. Resolves to its number. */
async function checkSeal(ctx: Ctx, seal: Seal, number: number, way: Way): Promise<number> {
  const { day, entry, entryDay } = seal;
  way.checked.seals++;
  const isNext = seal.number === number && seal.before === way.before && hashOfSeal(seal) === seal.hash;
  if (!isNext) tell(way, { what: 'seal', day, id: String(seal.number) });
  way.before = seal.hash;
  const { last } = way.checked;
  if (last?.day === day && last.number === seal.number && last.hash === seal.hash) way.isLastMet = true;
  const found = way.pending.get(entry)?.hash ?? (await hashInTable(ctx, entryDay, entry));
  way.pending.delete(entry);
  if (found === undefined) tell(way, { what: 'missing', day: entryDay, id: entry });
  else if (found !== seal.entryHash) tell(way, { what: 'changed', day: entryDay, id: entry });
  return seal.number;
}

/** The hash of an entry that is not among those read: of a day before the first that is checked, or gone. */
async function hashInTable(ctx: Ctx, day: string, entry: string): Promise<string | undefined> {
  const item = await getItem(ctx, auditKey(day, entry), { consistent: true });
  return item && hashOfEntry(item);
}

function tell({ checked }: Way, finding: Finding): void {
  checked.found++;
  if (checked.findings.length < mostTold) checked.findings.push(finding);
}
