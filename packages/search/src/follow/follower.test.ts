/**
 * The follower misses nothing though an index shows writes late and machines' clocks differ, and applies nothing twice or backwards.
 */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { closeChallenge, editChallenge, getChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { deleteComment, postComment } from '@hanoi/core/comment/service';
import { getItem } from '@hanoi/core/db/get';
import { cardKey, type Item } from '@hanoi/core/db/keys';
import { decide } from '@hanoi/core/decision/testing-decide';
import type { Ctx, PersonActor } from '@hanoi/core/shared/context';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { minute } from '@hanoi/core/shared/time';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReplica } from '../replica/file.ts';
import { optimise } from '../replica/optimise.ts';
import { createFollower } from './follower.ts';
import { overlapOnAws } from './overlap.ts';

const table = useTable();
let person: PersonActor;

// Each test has the places of an hour for itself.
beforeEach(async () => {
  person = (await makePerson(table)) as PersonActor;
});
afterEach(() => void vi.useRealTimers());

/** The client of a follower whose index does not show the states in `late` yet. */
function lateIndex(late: ReadonlySet<string>, onRead?: (items: Item[]) => void): DynamoDBDocumentClient {
  const send = async (command: { input: { IndexName?: string } }) => {
    const answer = (await table.client.send(command as never)) as { Items?: Item[] };
    if (command.input.IndexName === 'gsi3')
      answer.Items = answer.Items?.filter(({ gsi3sk }) => !late.has(String(gsi3sk)));
    onRead?.(answer.Items ?? []);
    return answer;
  };
  return { send } as unknown as DynamoDBDocumentClient;
}

/** Runs `write` on a machine whose clock is off by so many milliseconds. */
async function withClock<T>(offMs: number, write: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + offMs });
  try {
    return await write();
  } finally {
    vi.useRealTimers();
  }
}

const writer = (): Ctx => makeCtx(table, person);

describe('a follower', () => {
  it('sees everything in the end: entries three seconds late, clocks two seconds off', async () => {
    const late = new Set<string>();
    const db = openReplica(':memory:');
    const ctx = () => ({
      ...makeCtx(table, { kind: 'system', name: 'test' }),
      db: { client: lateIndex(late), table: table.tableName },
    });
    const follower = createFollower({ db, ctx, overlap: { ...overlapOnAws, wideEvery: Number.POSITIVE_INFINITY } });
    const ids: ChallengeId[] = [];
    const hidden: { stamp: string; until: number }[] = [];
    for (let second = 0; second < 12; second++) {
      const off = [-2_000, 0, 2_000, 1_500][second % 4]!;
      const id = await withClock(off, async () => (await raiseChallenge(writer(), makeNewChallenge())).id);
      ids.push(id);
      if (second % 3 === 1) await withClock(-off, () => edit(ids[second - 1]!, `Tiêu đề sửa lần ${second}`));
      for (const stamp of await stampsOf([id, ids[Math.max(0, second - 1)]!])) {
        if (second % 2 === 0) hidden.push({ stamp, until: second + 3 });
      }
      late.clear();
      for (const { stamp, until } of hidden) if (until > second) late.add(stamp);
      await follower.catchUp();
    }
    late.clear();
    await follower.catchUp();
    for (const id of ids) {
      const { title } = await getChallenge(writer(), id);
      expect(titleIn(db, id), id).toBe(title);
    }
    expect(await follower.catchUp(), 'nothing is applied twice').toBe(0);
  });

  it('does not read again what it has seen long ago', async () => {
    const db = openReplica(':memory:');
    let read = 0;
    const client = lateIndex(new Set(), (items) => {
      read += items.length;
    });
    const ctx = () => ({
      ...makeCtx(table, { kind: 'system', name: 'test' }),
      db: { client, table: table.tableName },
    });
    await raiseChallenge(writer(), makeNewChallenge());
    /** How many items are read so long after the change, by a follower that has just started. */
    const readAfter = async (minutes: number): Promise<number> => {
      read = 0;
      await withClock(minutes * minute, () => createFollower({ db, ctx }).catchUp());
      return read;
    };
    expect(await readAfter(0)).toBeGreaterThan(0);
    expect(await readAfter(1), 'the look before may have missed some').toBeGreaterThan(0);
    expect(await readAfter(4), 'the look before may have missed some').toBeGreaterThan(0);
    expect(await readAfter(5)).toBe(0);
  });

  it('takes no older state for a newer one, and forgets the words of what is gone', async () => {
    const db = openReplica(':memory:');
    const follower = createFollower({ db, ctx: () => makeCtx(table, { kind: 'system', name: 'test' }) });
    const { id } = await raiseChallenge(writer(), makeNewChallenge({ title: 'Hàng cây rồirồi bị chặt' }));
    const comment = await postComment(writer(), id, {
      body: 'Lời mấtmất này sẽ bị xoá',
      stance: 'neutral',
      parentId: null,
      organisation: null,
    });
    await follower.catchUp();
    expect(numbersOf(db, 'comment_words', 'matmat')).toHaveLength(1);
    await deleteComment(writer(), comment.id);
    await closeChallenge(writer(), id, 'Đã trồng lại');
    await follower.catchUp();
    expect(numbersOf(db, 'comment_words', 'matmat')).toEqual([]);
    expect(db.prepare('SELECT count(*) AS rows FROM content WHERE body LIKE ?').get('%mấtmất%')).toEqual({ rows: 0 });
    const spellings = db.prepare('SELECT count(*) AS rows FROM spelling WHERE exact IN (?, ?)');
    expect(spellings.get('mấtmất', 'rồirồi')).toEqual({ rows: 2 });
    optimise(db);
    expect(spellings.get('mấtmất', 'rồirồi'), 'of what is still there').toEqual({ rows: 1 });
    expect(db.prepare('SELECT status, shown FROM doc WHERE id = ?').get(id)).toEqual({ status: 'closed', shown: 1 });
  });

  it('loses what moderators hide, and finds it again when they let it be seen', async () => {
    const db = openReplica(':memory:');
    const follower = createFollower({ db, ctx: () => makeCtx(table, { kind: 'system', name: 'test' }) });
    const moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }));
    const { id } = await raiseChallenge(writer(), makeNewChallenge({ title: 'Vỉa hè vỉavỉa bị chiếm' }));
    const comment = await postComment(writer(), id, {
      body: 'Lời ẩnẩn rồi lại hiện',
      stance: 'neutral',
      parentId: null,
      organisation: null,
    });
    const found = async () => {
      await follower.catchUp();
      const shown = db.prepare('SELECT shown FROM doc WHERE id = ?').get(id)?.shown;
      return [shown, numbersOf(db, 'comment_words', 'anan').length, titlesWith(db, 'vỉavỉa')];
    };
    expect(await found()).toEqual([1, 1, 1]);
    for (const content of [id, comment.id]) await decide(moderator, content, 'hide');
    expect(await found()).toEqual([0, 0, 0]);
    for (const content of [id, comment.id]) await decide(moderator, content, 'restore');
    expect(await found()).toEqual([1, 1, 1]);
    await decide(moderator, id, 'redact', { passages: ['vỉavỉa'] });
    expect(await found()).toEqual([1, 1, 0]);
  });

  it('catches up two hours, and says until then how old it is', async () => {
    const { db, follower } = openFollower();
    await follower.catchUp();
    const ids: ChallengeId[] = [];
    for (const minutes of [1, 30, 60, 119]) ids.push(await withClock(minutes * minute, raise));
    const now = Date.now() + 120 * minute;
    expect(now - follower.asOf()!.getTime()).toBeGreaterThanOrEqual(120 * minute);
    await withClock(120 * minute, () => follower.catchUp());
    expect(ids.filter((id) => titleIn(db, id) === undefined)).toEqual([]);
    expect(follower.asOf()!.getTime()).toBeGreaterThanOrEqual(now);
  });

  it('goes on when the clock was set back by two hours', async () => {
    const { db, follower } = openFollower();
    await withClock(120 * minute, raise);
    await withClock(120 * minute, () => follower.catchUp());
    for (let times = 0; times < 2; times++) {
      const id = await raise();
      await follower.catchUp();
      expect(titleIn(db, id)).toBeDefined();
    }
  });
});

function openFollower() {
  const db = openReplica(':memory:');
  return { db, follower: createFollower({ db, ctx: () => makeCtx(table, { kind: 'system', name: 'test' }) }) };
}

async function raise(): Promise<ChallengeId> {
  return (await raiseChallenge(writer(), makeNewChallenge())).id;
}

/** In how many texts of the replica a word stands. */
function titlesWith(db: Db, word: string): number {
  return db.prepare('SELECT n FROM content WHERE title LIKE ?').all(`%${word}%`).length;
}

async function edit(id: ChallengeId, title: string): Promise<void> {
  const { version } = await getChallenge(writer(), id);
  await editChallenge(writer(), id, { version, title });
}

async function stampsOf(ids: readonly ChallengeId[]): Promise<string[]> {
  const items = await Promise.all(ids.map((id) => getItem(writer(), cardKey(id), { consistent: true })));
  return items.map((item) => String(item?.gsi3sk));
}

type Db = ReturnType<typeof openReplica>;

function titleIn(db: Db, id: string): unknown {
  return db.prepare('SELECT c.title FROM doc d JOIN content c ON c.n = d.n WHERE d.id = ?').get(id)?.title;
}

function numbersOf(db: Db, index: string, word: string): unknown[] {
  return db.prepare(`SELECT rowid FROM ${index} WHERE ${index} MATCH ?`).all(word);
}
