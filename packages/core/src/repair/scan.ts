/**
 * A scan of every subject that was ever public, newest first, by the index of public subjects; it uses no DynamoDB Scan. Its
 * position is stored after every page, so that a scan that is too long for one run, or interrupted, continues in the next.
 */
import pMap from 'p-map';
import { getItem } from '../db/get.ts';
import { scanKey } from '../db/keys.ts';
import { putItem, takeItem } from '../db/write.ts';
import { listPublished } from '../event/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';

type Place = { year: number; cursor?: string };

export type ScanOptions = {
  name: string;
  /** The scan stops after the page during which this time is reached. */
  until: Date;
};

export type ScanResult = { visited: number; failed: number; done: boolean };

/** Before the oldest record that could be imported. */
const firstYear = 1990;
const pageSize = 100;
const sideBySide = 4;

/** Visits subjects from where the scan of this name last stopped. A failed visit is logged, and the scan continues. */
export async function scanSubjects(
  ctx: Ctx,
  { name, until }: ScanOptions,
  visit: (subject: SubjectId) => Promise<void>,
): Promise<ScanResult> {
  let place = await findPlace(ctx, name);
  const result = { visited: 0, failed: 0 };
  while (place.year >= firstYear) {
    const page = await listPublished(ctx, place.year, { limit: pageSize, cursor: place.cursor });
    await pMap(page.items, (subject) => visitSafely(ctx, name, subject, visit, result), { concurrency: sideBySide });
    place = page.nextCursor ? { year: place.year, cursor: page.nextCursor } : { year: place.year - 1 };
    if (page.items.length === 0) continue;
    await putItem(ctx, { ...scanKey(name), ...place });
    if (ctx.now() >= until) return { ...result, done: false };
  }
  await takeItem(ctx, scanKey(name));
  return { ...result, done: true };
}

async function findPlace(ctx: Ctx, name: string): Promise<Place> {
  const kept = (await getItem(ctx, scanKey(name), { consistent: true })) as unknown as Place | undefined;
  return kept ?? { year: ctx.now().getUTCFullYear() };
}

/** Visits a subject; a failed visit is logged and counted. */
export async function visitSafely(
  ctx: Ctx,
  name: string,
  subject: SubjectId,
  visit: (subject: SubjectId) => Promise<void>,
  result: { visited: number; failed: number },
): Promise<void> {
  result.visited++;
  await visit(subject).catch((error: unknown) => {
    result.failed++;
    ctx.log.error(`${name}_failed`, { subject, error: String(error) });
  });
}
