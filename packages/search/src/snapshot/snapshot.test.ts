/** Snapshots: what is made is found again, and what can't be trusted is not used. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { editChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { cardKey } from '@hanoi/core/db/keys';
import { takeItem } from '@hanoi/core/db/write';
import type { Ctx } from '@hanoi/core/shared/context';
import { after, day, iso } from '@hanoi/core/shared/time';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { openAnswers } from '../answers.ts';
import { createFollower } from '../follow/follower.ts';
import { placesIn } from '../follow/places.ts';
import { isOfThisTable } from '../follow/same-table.ts';
import { openReplica, replicaVersion } from '../replica/file.ts';
import { optimise } from '../replica/optimise.ts';
import { makeSnapshot } from './make.ts';
import { listManifests, type Manifest, namesOf, readManifest } from './manifest.ts';
import { type Opened, openFromSnapshot } from './open.ts';
import { folderStore } from './testing-store.ts';

const table = useTable();
const base = mkdtempSync(join(tmpdir(), 'snapshot-'));
afterAll(() => rmSync(base, { recursive: true }));

let folder: string;
let bucket: string;
let author: Ctx;
let warnings: Record<string, unknown>[];
let reader: Ctx;
let turn = 0;
beforeEach(async () => {
  folder = join(base, String(++turn));
  bucket = join(folder, 'bucket');
  mkdirSync(bucket, { recursive: true });
  author = makeCtx(table, await makePerson(table));
  warnings = [];
  const log = { info() {}, warn: (_: string, data = {}) => void warnings.push(data), error() {} };
  reader = { ...makeCtx(table, { kind: 'system', name: 'test' }), log };
});

const raise = (title: string) => raiseChallenge(author, makeNewChallenge({ title }));
const store = () => folderStore(bucket);
const open = (ctx = reader) => openFromSnapshot({ file: join(folder, 'replica.sqlite'), store: store(), ctx });
const follow = (db: Opened['db']) => createFollower({ db, ctx: () => reader });
const titlesFound = (db: Opened['db'], q: string) =>
  openAnswers(db)
    .search({ q, limit: 10 } as never)
    .items.map(({ id }) => id);

/** A snapshot of all there is. */
async function snapshot(madeAt = new Date()): Promise<Manifest> {
  const db = openReplica(join(folder, `made-${madeAt.getTime()}.sqlite`));
  await follow(db).catchUp();
  const manifest = await makeSnapshot({ db, store: store(), copy: join(folder, 'copy.sqlite'), now: () => madeAt });
  db.close();
  return manifest;
}
const inBucket = (name: string) => join(bucket, name);
async function rewrite(change: Partial<Manifest>): Promise<void> {
  const [name] = await listManifests(store());
  writeFileSync(inBucket(name!), JSON.stringify({ ...(await readManifest(store(), name!)), ...change }));
}

it('what was found before is found in a replica from the snapshot, which follows on from there', async () => {
  const { id } = await raise('Cầu đi bộ kikiki qua sông Tô Lịch');
  const manifest = await snapshot();
  expect(manifest).toMatchObject({ replicaVersion, places: placesOf(manifest) });
  expect(readdirSync(join(bucket, `snapshots/v${replicaVersion}`))).toHaveLength(2);
  expect(existsSync(join(folder, 'copy.sqlite'))).toBe(false);
  const { db, from } = await open();
  expect(from).toBe('snapshot');
  expect(titlesFound(db, 'kikiki')).toEqual([id]);
  const later = await raise('Thêm một cầu kikiki nữa ở Thịnh Quang');
  await follow(db).catchUp();
  expect(titlesFound(db, 'kikiki').toSorted()).toEqual([id, later.id].toSorted());
  db.close();
  // The next process in the same place begins with the file.
  const again = await open();
  expect(again.from).toBe('file');
  again.db.close();
});

const placesOf = ({ places }: Manifest) => {
  expect(places.length).toBeGreaterThan(0);
  return places;
};

it('words of a text that was changed are nowhere in the snapshot', async () => {
  const { id, version } = await raise('Nhà máy xaxaxa thải khói ban đêm');
  const db = openReplica(join(folder, 'live.sqlite'));
  await follow(db).catchUp();
  const vocabulary = () =>
    db
      .prepare('SELECT word FROM word ORDER BY word')
      .all()
      .map(({ word }) => word);
  const before = vocabulary();
  optimise(db);
  expect(vocabulary()).toEqual(before);
  await editChallenge(author, id, { version, title: 'Nhà máy thải khói ban đêm ở Từ Liêm' } as never);
  await follow(db).catchUp();
  const { file } = await makeSnapshot({ db, store: store(), copy: join(folder, 'c'), now: () => new Date() });
  expect(before.filter((word) => !vocabulary().includes(word))).toEqual(['xaxaxa']);
  db.close();
  const bytes = readFileSync(inBucket(file));
  expect(bytes.includes('xaxaxa')).toBe(false);
  expect(bytes.includes('Liêm')).toBe(true);
});

it.each([
  ['is cut off', ({ file }: Manifest) => truncateSync(inBucket(file), 20_000)],
  ['is gone', ({ file }: Manifest) => rmSync(inBucket(file))],
  [
    'has one other byte',
    ({ file }: Manifest) => {
      const bytes = readFileSync(inBucket(file));
      bytes[bytes.length - 100]! ^= 1;
      writeFileSync(inBucket(file), bytes);
    },
  ],
  ['is of another version', () => rewrite({ replicaVersion: replicaVersion - 1 })],
  ['is older than seven days', () => rewrite({ asOf: iso(after(new Date(), -7 * day - 1_000)) })],
  ['is of another table', () => rewrite({ places: [{ upTo: iso(new Date()), id: 'chl_01JZZZZZZZZZZZZZZZZZZZZZZZ' }] })],
  [
    'has half a manifest',
    async () => {
      const [name] = await listManifests(store());
      truncateSync(inBucket(name!), 40);
    },
  ],
])('a snapshot that %s is not used: the replica begins with the index of changes', async (_, spoil) => {
  const { id } = await raise('Vỉa hè hư hỏng đường Láng');
  await spoil(await snapshot());
  const { db, from } = await open();
  expect(from).toBe('index');
  expect(warnings).toHaveLength(1);
  await follow(db).catchUp();
  expect(titlesFound(db, 'vỉa hè hư hỏng')).toContain(id);
  db.close();
});

it('the one before is used where the newest can not be', async () => {
  await raise('Đèn đường hỏng ở ngõ 12');
  await snapshot(after(new Date(), -1_000));
  const { file } = await snapshot();
  rmSync(inBucket(file));
  const { db, from } = await open();
  expect(from).toBe('snapshot');
  db.close();
});

it('a damaged file of its own is replaced', async () => {
  await raise('Ghế đá công viên Thống Nhất');
  await snapshot();
  const first = await open();
  first.db.close();
  const file = join(folder, 'replica.sqlite');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(7, 4_096 * 3, 4_096 * 6));
  const { db, from } = await open();
  expect(from).toBe('snapshot');
  expect(warnings[0]!.why).toMatch(/damaged/);
  db.close();
});

it('a table that does not answer throws nothing away', async () => {
  await raise('Trạm xe đạp công cộng ở Cầu Giấy');
  await snapshot();
  const first = await open();
  first.db.close();
  const away = { ...reader, db: { ...reader.db, table: 'nowhere' } };
  await expect(open(away)).rejects.toThrow();
  expect((await open()).from).toBe('file');
});

it('half a replica goes into a snapshot too, so that the next run continues it', async () => {
  await raise('Sân chơi trẻ em ở khu tập thể');
  const db = openReplica(join(folder, 'half.sqlite'));
  await follow(db).catchUp(new Date(0));
  const { asOf } = await makeSnapshot({ db, store: store(), copy: join(folder, 'c'), now: () => new Date() });
  db.close();
  expect(asOf).toBeNull();
  const opened = await open();
  expect(opened.from).toBe('snapshot');
  expect(placesIn(opened.db).asOf()).toBeUndefined();
  opened.db.close();
});

it('names of later snapshots are later in the alphabet', () => {
  const names = ['2026-11-28T09:59:59.999Z', '2026-11-28T10:00:00.000Z'].map((time) => namesOf(new Date(time)).file);
  expect(names).toEqual(names.toSorted());
  expect(names[0]).toBe(`snapshots/v${replicaVersion}/2026-11-28T09-59-59.999Z.sqlite`);
});

it('a table that was restored to an earlier time, or is another, is not the one that was followed', async () => {
  const { id } = await raise('Bãi đỗ xe ngầm ở Văn Quán');
  const db = openReplica(':memory:');
  await follow(db).catchUp();
  const places = placesIn(db).all();
  db.close();
  expect(await isOfThisTable(reader, places)).toBe(true);
  expect(await isOfThisTable(reader, [])).toBe(true);
  const mine = { id, upTo: iso(new Date()) };
  expect(await isOfThisTable(reader, [mine])).toBe(false);
  await editChallenge(author, id, { version: 1, title: 'Bãi đỗ xe ngầm ở Văn Quán, Hà Đông' } as never);
  expect(await isOfThisTable(reader, [mine])).toBe(true);
  await takeItem(reader, cardKey(id));
  expect(await isOfThisTable(reader, [mine])).toBe(false);
});
