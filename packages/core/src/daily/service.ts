/** Use cases of the figures of the day: read them, count them. */
import type { Item } from '../db/keys.ts';
import { findJobs } from '../job/repo.ts';
import { jobNames } from '../job/schema.ts';
import { isCommentId } from '../report/rules.ts';
import type { Ctx } from '../shared/context.ts';
import { type ContentId, isSubjectId, kindOf } from '../shared/ids.ts';
import { after, day, hanoiDay, hanoiDays, iso, minute, startOfHanoiDay } from '../shared/time.ts';
import { type PathOf, type SubjectKind, specOf } from '../subject/kinds.ts';
import { changedSince, decidedSince, findDays, joinedOn, putDay, reportedOn, votedOn, waiting } from './repo.ts';
import { type Came, cameNames, type DayFigures, daysShown, type Waits } from './schema.ts';

/** A day is counted for the last time so long after its end: clocks differ, and an index shows a write a moment later. */
const settled = 10 * minute;

/** The figures of today and the seven days before, the latest first: one read of eight small items. */
export async function listDayFigures(ctx: Ctx): Promise<DayFigures[]> {
  const found = await findDays(ctx, daysUpTo(ctx.now()).toReversed());
  return found.filter((figures) => figures !== undefined);
}

/** What a run did, and whether it counted all that it had to. */
type Counted = { days: number; done: boolean };

/**
 * Counts today, and those of the seven days before that were not counted since they ended, the oldest first. Each day is counted whole and set, so a run
 * that is repeated changes nothing, and one that ends early is continued by the next. For a job.
 */
export async function countDays(ctx: Ctx, until: Date): Promise<Counted> {
  const days = daysUpTo(ctx.now());
  const stored = await findDays(ctx, days);
  let counted = 0;
  for (const [index, one] of days.entries()) {
    if (stored[index]?.isOver) continue;
    if (ctx.now() >= until) return { days: counted, done: false };
    await countDay(ctx, one, stored[index]);
    counted++;
  }
  return { days: counted, done: true };
}

function daysUpTo(now: Date): string[] {
  return hanoiDays(hanoiDay(after(now, -(daysShown - 1) * day)), hanoiDay(now));
}

async function countDay(ctx: Ctx, date: string, before: DayFigures | undefined): Promise<void> {
  const now = ctx.now();
  const end = after(startOfHanoiDay(date), day);
  const isToday = now < end;
  const waits = isToday ? await whatWaits(ctx) : (before?.waits ?? null);
  const isOver = now >= after(end, settled);
  await putDay(ctx, { day: date, isOver, updatedAt: iso(now), ...(await cameOn(ctx, date)), waits });
}

/** What came on a day in Hanoi, counted from what is stored. */
async function cameOn(ctx: Ctx, date: string): Promise<Came> {
  const came = Object.fromEntries(cameNames.map((name) => [name, 0])) as Came;
  const isThen = (time: unknown) => typeof time === 'string' && hanoiDay(new Date(time)) === date;
  for await (const item of changedSince(ctx, date)) {
    const name = newAs(item, isThen);
    if (name) came[name]++;
  }
  for await (const { at } of decidedSince(ctx, date)) if (isThen(at)) came.decisions++;
  came.people = await lengthOf(joinedOn(ctx, date));
  came.supports = await lengthOf(votedOn(ctx, date));
  came.reports = await lengthOf(reportedOn(ctx, date));
  return came;
}

/** As what a public item is new then; undefined where it is not. */
function newAs({ pk, publishedAt, createdAt }: Item, isThen: (time: unknown) => boolean): keyof Came | undefined {
  if (isSubjectId(pk)) return isThen(publishedAt) ? (specOf(kindOf(pk)).path as PathOf<SubjectKind>) : undefined;
  return isCommentId(pk as ContentId) && isThen(createdAt) ? 'comments' : undefined;
}

async function lengthOf(items: AsyncIterable<unknown>): Promise<number> {
  let length = 0;
  for await (const _ of items) length++;
  return length;
}

/** What waits now. */
async function whatWaits(ctx: Ctx): Promise<Waits> {
  const waits: Waits = { openItems: 0, oldestItemAt: null, failedJobs: 0 };
  for await (const { openedAt } of waiting(ctx)) {
    waits.openItems++;
    if (waits.oldestItemAt === null || String(openedAt) < waits.oldestItemAt) waits.oldestItemAt = String(openedAt);
  }
  const jobs = await findJobs(ctx, jobNames);
  waits.failedJobs = jobs.filter(({ last }) => last?.outcome === 'failed').length;
  return waits;
}
