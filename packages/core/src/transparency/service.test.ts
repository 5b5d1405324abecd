/** The report of a month equals a recount of its decisions, which counts in another way; and names nobody. */
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import type { StoredDecision } from '../decision/repo.ts';
import { decide, overturn } from '../decision/testing-decide.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { makePublicChallenge, makePublicSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { waitOf } from './rules.ts';
import { csvOf, transparencySchema } from './schema.ts';
import { countMonths, getTransparency } from './service.ts';

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
      [one.kind === kind, one.subject.kind === content, one.action === action, one.reason === reason]
        .concat([one.rule === rule, one.foundBy === foundBy])
        .every(Boolean),
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
  const [head, ...lines] = csvOf(report).trimEnd().split('\r\n');
  expect(head).toBe(
    'month,kind,content,action,reason,rule,foundBy,decisions,appealed,upheld,overturned,withinHour,withinDay,withinThreeDays,withinWeek,longer',
  );
  expect(lines).toEqual([
    '2026-11,report,challenge,warn,abuse,1,report,1,0,0,0,1,0,0,0,0',
    '2026-11,report,challenge,warn,spam,5,report,2,0,0,0,2,0,0,0,0',
    '2026-11,report,solution,hide,illegal,8,report,1,1,0,1,1,0,0,0,0',
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
