/** Use cases of figures: read them, recount them. */
import pMap from 'p-map';
import { countsOf } from '../card/stored.ts';
import { listRows } from '../listing/repo.ts';
import { allOf, answersTo } from '../listing/schema.ts';
import { programmesInForce } from '../programme/in-force.ts';
import type { SearchIndex } from '../search/port.ts';
import type { Ctx } from '../shared/context.ts';
import { iso } from '../shared/time.ts';
import { type AnswerCounter, answerKindsOf, type SubjectKind, specOf, subjectKinds } from '../subject/kinds.ts';
import { findFigures, putFigures } from './repo.ts';
import { addSubject, addTotal, type CountedRow, countedFields, noFigures } from './rules.ts';
import type { Figures } from './schema.ts';

/** The figures as they were last counted: one small read, whatever the size of the city. */
export async function getFigures(ctx: Ctx): Promise<Figures> {
  // What was counted before a kind existed has no count of it.
  const figures = { ...noFigures(), ...(await findFigures(ctx)) };
  // Not beside it: where the table is away, no call may go on after the answer. It is read twice a minute.
  const none = Object.fromEntries((await programmesInForce(ctx)).map(({ code }) => [code, 0]));
  return { ...figures, byProgramme: { ...none, ...figures.byProgramme } };
}

/**
 * Counts what is public, and sets the figures. For a job: with an `index` that has totals it asks that, else it reads the public
 * lists, page by page, with one more query for each subject that has answers.
 */
export async function countFigures(ctx: Ctx, index?: Pick<SearchIndex, 'totals'>): Promise<Figures> {
  const figures = { ...noFigures(), updatedAt: iso(ctx.now()) };
  const totals = await index?.totals?.();
  if (totals) for (const total of totals) addTotal(figures, total);
  else await addLists(ctx, figures);
  await putFigures(ctx, figures);
  return figures;
}

async function addLists(ctx: Ctx, figures: Figures): Promise<void> {
  for (const kind of subjectKinds.filter((one) => specOf(one).parent === null)) {
    await eachRow(ctx, allOf(kind), async (row) => {
      addSubject(figures, kind, row);
      await countAnswers(ctx, figures, kind, row);
    });
  }
}

/** The answers to a subject have a list of their own, which is read only where there are some. */
async function countAnswers(ctx: Ctx, figures: Figures, kind: SubjectKind, row: Row): Promise<void> {
  const counts = countsOf(row);
  for (const answer of answerKindsOf(kind)) {
    if (counts[specOf(answer).path as AnswerCounter<SubjectKind>] === 0) continue;
    await eachRow(ctx, answersTo(row.sk, answer), async (one) => addSubject(figures, answer, one));
  }
}

/** A row's sort key is the id of its subject. */
type Row = CountedRow & { sk: string };

const pageSize = 500;
const sideBySide = 8;

async function eachRow(ctx: Ctx, list: string, visit: (row: Row) => Promise<void>): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await listRows<Row>(ctx, { list, fields: countedFields, limit: pageSize, cursor });
    await pMap(page.items, visit, { concurrency: sideBySide });
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
