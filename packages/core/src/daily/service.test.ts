/** The figures of a day equal a recount of the whole table, on both sides of midnight in Hanoi, and however often they are counted. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { newCommentSchema } from '../comment/schema.ts';
import { postComment } from '../comment/service.ts';
import { transact } from '../db/transact.ts';
import { decide } from '../decision/testing-decide.ts';
import { recordRun } from '../job/service.ts';
import { reportContent } from '../moderation/report.ts';
import { claimPart, newPersonPart, type StoredPerson } from '../person/repo.ts';
import type { Ctx } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';
import { hanoiDay, iso } from '../shared/time.ts';
import { supportSubject } from '../support/service.ts';
import { makePublicChallenge, makePublicSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { type Came, cameNames, type DayFigures } from './schema.ts';
import { countDays, listDayFigures } from './service.ts';

const table = useTable();
// In the past, as the index of changes knows the machine's own time.
const clock: Clock = { now: new Date('2025-03-10T02:00:00Z') };
let system: Ctx;
let author: Ctx;
let moderator: Ctx;

const at = (time: string) => {
  clock.now = new Date(time);
};
const never = new Date('2100-01-01T00:00:00Z');
const dayOf = async (day: string) => (await listDayFigures(system)).find((one) => one.day === day);

async function join(): Promise<Ctx> {
  const id = newId('person', system);
  const made = { id, name: 'Người mới', email: `${id.slice(-8)}@example.vn`, language: 'vi', ward: null } as const;
  const person: StoredPerson = {
    ...made,
    ...{ roles: [], memberships: [], assurance: 'email', version: 1, createdAt: iso(clock.now) },
  };
  const taken = () => new Error('taken');
  await transact(system, [newPersonPart(person), claimPart('email', made.email, id, taken)]);
  return makeCtx(table, { kind: 'person', id, name: made.name, roles: [], memberships: [], assurance: 'email' }, clock);
}

/** One of everything. */
async function aDay(): Promise<void> {
  const reader = await join();
  const challenge = (await makePublicChallenge(author)).id;
  const solution = (await makePublicSolution(author)).id;
  await postComment(reader, challenge, newCommentSchema.parse({ body: 'Đúng vậy' }));
  await supportSubject(reader, challenge, '203.0.113.7');
  await reportContent(reader, solution, { reason: 'spam', note: '' });
  await decide(moderator, solution, 'hide');
}

beforeAll(async () => {
  system = makeCtx(table, { kind: 'system', name: 'test' }, clock);
  author = makeCtx(table, await makePerson(table), clock);
  moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }), clock);
});

/** What came on a day, counted from every item of the table. */
async function recount(day: string): Promise<Came> {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
  const on = (name: string) => (item: Record<string, unknown>) =>
    typeof item[name] === 'string' && hanoiDay(new Date(item[name])) === day;
  const under = (start: string) => Items.filter(({ pk }) => String(pk).startsWith(start));
  const cards = (start: string) => under(start).filter(({ sk }) => sk === 'CARD');
  return {
    people: under('per_')
      .filter(({ sk }) => sk === 'PERSON')
      .filter(on('createdAt')).length,
    challenges: cards('chl_').filter(on('publishedAt')).length,
    solutions: cards('sol_').filter(on('publishedAt')).length,
    comments: cards('cmt_').filter(on('createdAt')).length,
    supports: under('VOTE#').filter(on('createdAt')).length,
    reports: under('REPORT#').filter(on('at')).length,
    decisions: under('dec_').filter(on('at')).length,
  };
}

const came = (figures: DayFigures) => Object.fromEntries(cameNames.map((name) => [name, figures[name]])) as Came;

it('equal a recount on both sides of midnight, and the last count of a day is a while after its end', async () => {
  await aDay();
  at('2025-03-10T16:59:59.999Z');
  await aDay();
  await countDays(system, never);
  const open = (await dayOf('2025-03-10'))!;
  expect(came(open)).toEqual(await recount('2025-03-10'));
  expect(open).toMatchObject({ isOver: false, people: 2, supports: 2, reports: 2, decisions: 2, comments: 2 });
  expect(open.waits).toMatchObject({ openItems: 2, failedJobs: 0, oldestItemAt: '2025-03-10T02:00:00.000Z' });
  // The first instant of the next day.
  at('2025-03-10T17:00:00.000Z');
  await aDay();
  await countDays(system, never);
  expect(came((await dayOf('2025-03-10'))!)).toEqual(came(open));
  const next = (await dayOf('2025-03-11'))!;
  expect(came(next)).toEqual(await recount('2025-03-11'));
  expect(next).toMatchObject({ people: 1, decisions: 1 });
  expect((await dayOf('2025-03-10'))!.isOver).toBe(false);
  at('2025-03-10T17:10:00.000Z');
  await countDays(system, never);
  const over = (await dayOf('2025-03-10'))!;
  // What waited is what was seen last on that day.
  expect(over).toMatchObject({ isOver: true, waits: open.waits });
  expect(came(over)).toEqual(came(open));
});

it('a day that is over is not counted again; a run again changes nothing', async () => {
  const before = await listDayFigures(system);
  expect((await countDays(system, never)).days).toBe(1);
  const after = await listDayFigures(system);
  expect(after.map(came)).toEqual(before.map(came));
});

it('a run without time counts nothing, and the next one continues; after days without a run all are counted', async () => {
  at('2025-03-14T05:00:00Z');
  expect(await countDays(system, clock.now)).toEqual({ days: 0, done: false });
  expect(await countDays(system, never)).toEqual({ days: 4, done: true });
  const figures = await listDayFigures(system);
  expect(figures.map(({ day }) => day)).toEqual(
    [14, 13, 12, 11, 10, '09', '08', '07'].map((number) => `2025-03-${number}`),
  );
  for (const one of figures) expect(came(one)).toEqual(await recount(one.day));
  // Nobody counted on those days.
  expect(figures.map(({ waits }) => waits !== null)).toEqual([true, false, false, true, true, false, false, false]);
});

it('an edit, days later, leaves a day as it was; a job that failed is among what waits', async () => {
  await expect(recordRun(system, 'recount', () => Promise.reject(new Error('Away')))).rejects.toThrow('Away');
  at('2025-03-14T05:01:00Z');
  await countDays(system, never);
  const today = (await dayOf('2025-03-14'))!;
  expect(today.waits).toMatchObject({ failedJobs: 1, openItems: 3 });
  expect(came(today)).toEqual(await recount('2025-03-14'));
});

it('figures that were counted earlier do not replace later ones', async () => {
  at('2025-03-14T04:00:00Z');
  await countDays(system, never);
  expect((await dayOf('2025-03-14'))!.updatedAt).toBe('2025-03-14T05:01:00.000Z');
});
