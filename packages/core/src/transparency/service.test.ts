/** The report of a month equals a recount of its decisions, which counts in another way; and names nobody. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import type { StoredDecision } from '../decision/repo.ts';
import { decide, overturn } from '../decision/testing-decide.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { makePublicChallenge, makePublicSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { toldRows, waitOf } from './rules.ts';
import { type TransparencyRow, transparencySchema } from './schema.ts';
import { countMonths, getTransparency, listTransparency } from './service.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-10-20T02:00:00Z') };
let author: Ctx;
let moderator: Ctx;

beforeAll(async () => {
  author = makeCtx(table, await makePerson(table), clock);
  moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }), clock);
  const [challenge, solution] = [(await makePublicChallenge(author)).id, (await makePublicSolution(author)).id];
  const hidden = await decide(moderator, challenge, 'hide');
  await overturn(author, moderator, hidden);
  // The first second of November in Hanoi.
  clock.now = new Date('2026-10-31T17:00:00Z');
  for (const reason of ['spam', 'abuse', 'spam'] as const) {
    await decide(moderator, challenge, 'warn', { reason });
    clock.now = new Date(clock.now.getTime() + 86_400_000);
  }
  await overturn(author, moderator, await decide(moderator, solution, 'hide', { reason: 'illegal' }));
  clock.now = new Date('2026-11-30T17:00:00Z');
  await decide(moderator, challenge, 'lock');
  await countMonths(moderator);
});

/** Every decision of the table, found without an index. */
async function decisionsOf(month: string): Promise<StoredDecision[]> {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.tableName }));
  const monthIn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit' });
  const decisions = Items.filter(({ sk }) => sk === 'DECISION') as StoredDecision[];
  return decisions.filter(({ at }) => monthIn.format(new Date(at)) === month);
}

it.each([
  ['2026-10', 1, true],
  ['2026-11', 4, true],
  ['2026-12', 1, false],
  ['2026-09', 0, true],
])('%s: %i decisions, as a recount says', async (month, decisions, isOver) => {
  const report = await getTransparency(author, month);
  const counted = await decisionsOf(month);
  expect(report).toMatchObject({ month, decisions, isOver });
  expect(counted).toHaveLength(decisions);
  const overturned = counted.filter(({ appeal }) => appeal?.outcome === 'overturn').length;
  expect(report).toMatchObject({ overturned, appealed: overturned, upheld: 0 });
  for (const row of report.rows) {
    const { kind, content, action, reason, rule, foundBy } = row;
    const like = counted.filter((one) =>
      [
        [one.kind, kind],
        [one.subject.kind, content],
        [one.reason, reason],
        [one.rule, rule],
        [one.foundBy, foundBy],
      ]
        .concat([[one.action, action]])
        .every(([is, told]) => told === null || is === told),
    );
    expect(row.decisions).toBe(like.length);
    expect(Object.values(row.waited).reduce((sum, number) => sum + number)).toBe(like.length);
  }
  expect(report.rows.reduce((sum, row) => sum + row.decisions, 0)).toBe(decisions);
});

it('names nobody and no content', async () => {
  const report = transparencySchema.strict().parse(plain(await getTransparency(author, '2026-11')));
  expect(JSON.stringify(report)).not.toMatch(/(per|chl|sol|cmt|dec)_/);
  expect(JSON.stringify(report)).not.toContain((author.actor as PersonActor).name);
});

it('does not tell apart few decisions about accounts, and adds nothing and loses nothing', async () => {
  const { rows } = await getTransparency(author, '2026-11');
  const told = (row: TransparencyRow) => [row.action, row.reason, row.content, row.decisions];
  expect(rows.map(told)).toEqual([
    ['warn', null, null, 3],
    ['hide', 'illegal', 'solution', 1],
  ]);
  const like = rows.find(({ action }) => action === 'hide')!;
  const rowOf = (over: Partial<TransparencyRow>): TransparencyRow => ({ ...like, action: 'suspend', ...over });
  const many = [rowOf({ reason: 'hate', decisions: 3 }), rowOf({ reason: 'abuse', decisions: 2 })];
  expect(toldRows(many).map(told)).toEqual([
    ['suspend', null, null, 2],
    ['suspend', 'hate', 'solution', 3],
  ]);
});

it('lists the months of the last year that were counted, the latest first', async () => {
  const months = await listTransparency(author);
  expect(months.map(({ month, decisions, isOver }) => [month, decisions, isOver])).toEqual([
    ['2026-12', 1, false],
    ['2026-11', 4, true],
    ['2026-10', 1, true],
    ['2026-09', 0, true],
  ]);
});

const plain = ({ pk, sk, requestId, ...report }: object & Record<string, unknown>) => report;

it('is missing for a month that nobody counted', async () => {
  await expect(getTransparency(author, '2026-08')).rejects.toMatchObject({ code: 'not_found' });
});

it('says how long items waited', () => {
  const openedAt = '2026-11-01T00:00:00.000Z';
  const waits = [3_600_000, 3_600_001, 86_400_000, 3 * 86_400_000, 7 * 86_400_000, 7 * 86_400_000 + 1];
  expect(waits.map((ms) => waitOf({ openedAt, at: new Date(Date.parse(openedAt) + ms).toISOString() }))).toEqual([
    'withinHour',
    'withinDay',
    'withinDay',
    'withinThreeDays',
    'withinWeek',
    'longer',
  ]);
});
