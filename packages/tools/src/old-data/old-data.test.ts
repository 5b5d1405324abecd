/**
 * A data folder that an earlier version made opens, reads the same and goes on from where it was. The folders are kept in
 * `fixtures/data-folders`, each with what its own version answered.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { migrationPartKey } from '@hanoi/core/db/keys';
import { migrations } from '@hanoi/core/migration/list';
import { partCount } from '@hanoi/core/migration/repo';
import { followChanges } from '@hanoi/core/repair/changes';
import { scanSubjects } from '@hanoi/core/repair/scan';
import { recountSubject } from '@hanoi/core/repair/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { minute } from '@hanoi/core/shared/time';
import { makeCtx } from '@hanoi/core/testing/context';
import { silentLog } from '@hanoi/engine/log';
import { type Given, startTestSite, type TestSite } from '@hanoi/local/testing-site';
import { openTable } from '@hanoi/ops/open-table';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectedFile, keptFolders, unpackFolder } from './folder.ts';
import { type Card, type Recorded, record } from './record.ts';

/**
 * All in which this version may answer otherwise than the one that kept the folder, and why. Beside it: fields may be added,
 * cursors are opaque (lists are read whole), and figures are counted again at any time.
 */
function ofToday({ cards, lists, answers }: Recorded) {
  const listed = (card: Card) => ({
    ...card,
    // Lists show the cover without its words, and no pin: all of that stands in the body, so that rows stay small.
    images: card.images.slice(0, 1).map((cover) => ({ ...cover, alt: '' })),
    point: null,
  });
  return { cards: Object.fromEntries(Object.entries(cards).map(([id, card]) => [id, listed(card)])), lists, answers };
}

const soon = { timeout: 10_000 };
const forever = new Date(8_640_000_000_000_000);

describe.each(readdirSync(keptFolders).filter((name) => !name.includes('.')))('the data folder of %s', (name) => {
  const kept = join(keptFolders, name);
  const expected: Recorded = JSON.parse(readFileSync(join(kept, expectedFile), 'utf8'));
  const dataDir = mkdtempSync(join(tmpdir(), 'old-data-'));
  let site: TestSite;
  /** Starts the site so long after the folder was kept, milliseconds. */
  const start = async (later: number) => {
    const at = new Date(Date.parse(expected.at) + later).toISOString();
    const clock = new URL('./clock.ts', import.meta.url).href;
    site = await startTestSite(dataDir, { CLOCK_STARTS_AT: at, NODE_OPTIONS: `--import=${clock}` });
    // Figures are counted last: then the site is at rest.
    const counted = async () => expect((await site.call('GET', '/figures')).json.updatedAt > at).toBe(true);
    await vi.waitFor(counted, soon);
  };
  /** Does something with the table, whether the site is running or not. */
  const withTable = async (work: (ctx: Ctx) => Promise<void>) => {
    const { db, close } = await openTable({ dataDir, log: silentLog });
    await work(makeCtx({ client: db.client, tableName: db.table }, { kind: 'system', name: 'test' })).finally(close);
  };
  const marks = migrations.flatMap(({ id }) => [...Array(partCount).keys()].map((part) => migrationPartKey(id, part)));
  beforeAll(async () => {
    unpackFolder(kept, dataDir);
    // A deployed table is read as it was until somebody runs its migrations; here they would run at the start.
    const done = { isDone: true, hasFailed: false, revision: 1 };
    await withTable(async ({ db: { client, table: TableName } }) => {
      for (const mark of marks) await client.send(new PutCommand({ TableName, Item: { ...mark, ...done } }));
    });
    await start(0);
  }, 60_000);
  afterAll(async () => {
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const questions = [...Object.keys(expected.lists), ...Object.keys(expected.answers)];
  const expectSame = async (asked = questions) => {
    const answered = (kept: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(kept).filter(([question]) => asked.includes(question)));
    const { lists, answers, ...rest } = ofToday(expected);
    expect(await record(site, asked)).toMatchObject({ ...rest, lists: answered(lists), answers: answered(answers) });
  };

  // What was written before there was an index of changes is in no list of the search index until the start has migrated it,
  // nor in the figures, which that index counts.
  const ofTable = questions.filter(
    (question) => !/^\/(challenges|solutions)\?(?!sort=\w+$)|^\/solutions\?|^\/figures$/.test(question),
  );
  it('opens, and reads the same while its items are as they were', () => expectSame(ofTable));

  // It starts the site, migrates, and reads everything three times: seven seconds of work, and more where others work beside it.
  const wholeFolder = { timeout: 60_000 };
  it('reads the same when the start has migrated its items, and no vote or subject is lost', wholeFolder, async () => {
    await withTable(async ({ db: { client, table: TableName } }) => {
      for (const Key of marks) await client.send(new DeleteCommand({ TableName, Key }));
    });
    await site.stop();
    await start(minute);
    await expectSame();
    const published = Object.values(expected.cards).filter(({ publishedAt }) => publishedAt);
    const [scanned, changed] = [new Set<string>(), new Set<string>()];
    await withTable(async (ctx) => {
      const scan = { name: 'old-data', until: forever };
      await scanSubjects(ctx, scan, async (subject) => {
        scanned.add(subject);
        expect.soft(await recountSubject(ctx, subject), subject).toEqual([]);
      });
      await followChanges(ctx, scan, async (subject) => void changed.add(subject));
    });
    expect(scanned).toEqual(new Set(published.map(({ id }) => id)));
    expect(changed).toEqual(scanned);
  });

  const flood = cardOf(expected, 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn').id;
  const path = `/challenges/${flood}`;
  const as = async (who: string) => {
    const { token } = await site.signIn(`${who}@example.vn`);
    return (method: string, target: string, body?: Given['body']) => site.call(method, target, { token, body });
  };

  it('takes votes: those of then count once, and may be taken back', async () => {
    const { support } = expected.answers[path] as Full;
    const counted = (more: number, supported = true) => ({ supported, support: support + more });
    const vote = async (who: string, method: string) => (await (await as(who))(method, `${path}/support`)).json;
    expect(await vote('cu-tri-4', 'PUT')).toEqual(counted(0));
    expect(await vote('cu-tri-2', 'PUT'), 'taken back before, given again').toEqual(counted(1));
    expect(await vote('cu-tri-2', 'PUT')).toEqual(counted(1));
    expect(await vote('nguoi-moi', 'PUT')).toEqual(counted(2));
    expect(await vote('cu-tri-4', 'DELETE')).toEqual(counted(1, false));
    const { id } = cardOf(expected, 'Đèn đường hỏng ở ngõ 120');
    const refused = await (await as('nguoi-moi'))('PUT', `/challenges/${id}/support`);
    expect(refused.json.code).toBe('voting_closed');
  });

  it('takes comments, edits and solutions, keeps what was not edited, and closes; lists follow', async () => {
    const before = expected.answers[path] as Full;
    const [lan, minh, vy] = [await as('lan'), await as('minh'), await as('vy')];
    const [first] = expected.answers[`${path}/comments`] as Full[];
    const reply = await minh('POST', `${path}/comments`, { body: 'Nay đã bớt ngập chưa?', parentId: first!.id });
    expect(reply.json).toMatchObject({ rootId: first!.id, parentId: first!.id });
    const mine = (expected.answers['lan@example.vn /me/comments'] as Full[])[0]!;
    const edited = await lan('PATCH', `/comments/${mine.id}`, { version: mine.version, body: 'Tôi viết lại.' });
    expect(edited.json).toMatchObject({ body: 'Tôi viết lại.', version: mine.version + 1, createdAt: mine.createdAt });

    const draft = cardOf(expected, 'Bản nháp về vỉa hè thấm nước').id;
    expect((await vy('POST', `/solutions/${draft}/submit`)).json).toMatchObject({ status: 'submitted' });
    const title = 'Ngập sâu ở ngã tư, viết lại sau khi nâng cấp';
    const { status } = await lan('PATCH', path, { version: before.version - 1, title });
    expect(status, 'an edit of what is no longer there').toBe(409);
    expect((await lan('PATCH', path, { version: before.version, title })).status).toBe(200);
    expect((await lan('POST', `${path}/close`, { reason: 'Đã làm xong' })).status).toBe(200);

    const { title: _, status: __, updatedAt, version, closesAt, ...kept } = before;
    const counts = { support: before.support + 1, comments: before.comments + 1, solutions: before.solutions + 1 };
    const after = { title, status: 'closed', ...counts };
    const read = async (target: string) => (await site.call('GET', target)).json;
    await expect.poll(() => read(path), soon).toMatchObject({ ...kept, ...after, closeReason: 'Đã làm xong' });
    const listed = async (list: string, id: string) => (await read(list)).items.find((card: Card) => card.id === id);
    for (const sort of ['new', 'top', 'trending'])
      await expect.poll(() => listed(`/challenges?sort=${sort}`, flood), soon).toMatchObject(after);
    await expect.poll(() => listed(`/solutions?sort=new`, draft), soon).toMatchObject({ challengeTitle: title });
    const timeline = expected.answers[`${path}/timeline`] as Full[];
    const { items } = await read(`${path}/timeline`);
    expect(items.slice(0, -timeline.length).map(({ type }: Full) => type)).toEqual([
      'challenge_closed',
      'challenge_edited',
      'solution_submitted',
    ]);
    expect(items.slice(-timeline.length)).toMatchObject(timeline);
    expect(existsSync(join(dataDir, 'dlq.ndjson')), 'nothing could not be projected').toBe(false);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: what the API answered
type Full = any;

function cardOf({ cards }: Recorded, title: string): Card {
  return Object.values(cards).find((card) => card.title === title)!;
}
