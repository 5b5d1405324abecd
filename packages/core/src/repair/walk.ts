/**
 * A walk over every subject that was ever public, newest first, by the register of publications: no scan. Its place is
 * kept in the table after every page, so that a walk too long for one run, or killed half way, goes on with the next.
 */
import pMap from 'p-map';
import { getItem } from '../db/get.ts';
import { walkKey } from '../db/keys.ts';
import { putItem, takeItem } from '../db/write.ts';
import { listPublished } from '../event/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';

type Place = { year: number; cursor?: string };

export type Walk = {
  name: string;
  /** The walk stops after the page in which this time comes. */
  until: Date;
};

export type Walked = { visited: number; failed: number; done: boolean };

/** Before anything that could be imported was written. */
const firstYear = 1990;
const pageSize = 100;
const sideBySide = 4;

/** Visits subjects from where the walk of this name last stopped. A failed visit is logged, and the walk goes on. */
export async function walkSubjects(
  ctx: Ctx,
  { name, until }: Walk,
  visit: (subject: SubjectId) => Promise<void>,
): Promise<Walked> {
  let place = await findPlace(ctx, name);
  const walked = { visited: 0, failed: 0 };
  while (place.year >= firstYear) {
    const page = await listPublished(ctx, place.year, { limit: pageSize, cursor: place.cursor });
    await pMap(page.items, (subject) => visitSafely(ctx, name, subject, visit, walked), { concurrency: sideBySide });
    place = page.nextCursor ? { year: place.year, cursor: page.nextCursor } : { year: place.year - 1 };
    if (page.items.length === 0) continue;
    await putItem(ctx, { ...walkKey(name), ...place });
    if (ctx.now() >= until) return { ...walked, done: false };
  }
  await takeItem(ctx, walkKey(name));
  return { ...walked, done: true };
}

async function findPlace(ctx: Ctx, name: string): Promise<Place> {
  const kept = (await getItem(ctx, walkKey(name), { consistent: true })) as unknown as Place | undefined;
  return kept ?? { year: ctx.now().getUTCFullYear() };
}

/** Visits a subject; a failed visit is logged and counted. */
export async function visitSafely(
  ctx: Ctx,
  name: string,
  subject: SubjectId,
  visit: (subject: SubjectId) => Promise<void>,
  walked: { visited: number; failed: number },
): Promise<void> {
  walked.visited++;
  await visit(subject).catch((error: unknown) => {
    walked.failed++;
    ctx.log.error(`${name}_failed`, { subject, error: String(error) });
  });
}
