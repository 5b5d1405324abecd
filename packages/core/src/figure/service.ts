/** Use cases of figures: read them, recount them. */
import { listRows } from '../listing/repo.ts';
import { allOf } from '../listing/schema.ts';
import type { Ctx } from '../shared/context.ts';
import { iso } from '../shared/time.ts';
import { subjectKinds } from '../subject/kinds.ts';
import { findFigures, putFigures } from './repo.ts';
import { addSubject, type CountedRow, countedFields, noFigures } from './rules.ts';
import type { Figures } from './schema.ts';

/** The figures as they were last counted: one small read, whatever the size of the city. */
export async function getFigures(ctx: Ctx): Promise<Figures> {
  // What was counted before a kind existed has no count of it.
  return { ...noFigures(), ...(await findFigures(ctx)) };
}

/** Counts the public lists, page by page, and sets the figures. For a job: it reads as much as there is. */
export async function countFigures(ctx: Ctx): Promise<Figures> {
  const figures = { ...noFigures(), updatedAt: iso(ctx.now()) };
  for (const kind of subjectKinds) await eachRow(ctx, allOf(kind), (row) => addSubject(figures, kind, row));
  await putFigures(ctx, figures);
  return figures;
}

const pageSize = 500;

async function eachRow(ctx: Ctx, facet: string, add: (row: CountedRow) => void): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await listRows<CountedRow>(ctx, { facet, fields: countedFields, limit: pageSize, cursor });
    for (const row of page.items) add(row);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
