/** What is rare and must not break anything: two writers, a full disk, cursors of another replica, very many hits, one letter. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { newId } from '@hanoi/core/shared/ids';
import { afterAll, expect, it } from 'vitest';
import { openAnswers } from './answers.ts';
import type { Document } from './document.ts';
import { type Change, openWriter } from './replica/apply.ts';
import { openReplica } from './replica/file.ts';

const folder = mkdtempSync(join(tmpdir(), 'hard-'));
afterAll(() => rmSync(folder, { recursive: true }));

const id = (number: number) => newId('challenge', { now: () => new Date(Date.UTC(2026, 0, 1) + number * 60_000) });

function changeOf(challenge: string, title: string, revision = 1): Change {
  const document = {
    ...{ id: challenge, kind: 'challenge', revision, version: revision, parent: null, open: true, programme: 'P5' },
    ...{
      ward: null,
      status: 'open',
      origin: 'raised',
      organisation: null,
      publishedAt: null,
      year: 2026,
      closesAt: null,
    },
    ...{ tags: [], counts: { support: 0, comments: 0, solutions: 0 } as Document['counts'], trend: 0 },
    row: { id: challenge, title },
  } as Document;
  return { document, texts: { title, summary: '', body: 'Nội dung' } };
}

const found = (db: DatabaseSync, q: string) =>
  openAnswers(db)
    .search({ q, sort: 'relevance', limit: 100 })
    .items.map((item) => item.id);

it('two processes that write one file leave each thing once, in its latest state', () => {
  const file = join(folder, 'two.sqlite');
  const [one, other] = [openReplica(file), openReplica(file)];
  const [first, second] = [openWriter(one), openWriter(other)];
  const challenge = id(1);
  first.apply([changeOf(challenge, 'Cầu momomo')]);
  second.apply([changeOf(challenge, 'Cầu mumumu', 3)]);
  first.apply([changeOf(challenge, 'Cầu mememe', 2)]);
  for (const db of [one, other]) {
    expect(db.prepare('SELECT count(*) AS rows FROM doc').get()).toEqual({ rows: 1 });
    expect(found(db, 'mumumu')).toEqual([challenge]);
    expect(found(db, 'mememe')).toEqual([]);
    db.close();
  }
});

it('a thing that changed a thousand times stands there once, by its last words', () => {
  const db = openReplica(':memory:');
  const { apply } = openWriter(db);
  const challenge = id(1);
  for (let turn = 1; turn <= 1_000; turn++) apply([changeOf(challenge, `Cầu lần xo${turn}xo`, turn)]);
  expect(found(db, 'xo1000xo')).toEqual([challenge]);
  expect(db.prepare('SELECT count(*) AS rows FROM content').get()).toEqual({ rows: 1 });
  expect(db.prepare('SELECT rowid FROM subject_words WHERE subject_words MATCH ?').all('xo999xo')).toEqual([]);
});

it('a disk that is full while it is written loses nothing that was there, and goes on when there is room', () => {
  const db = openReplica(join(folder, 'full.sqlite'));
  const { apply } = openWriter(db);
  apply([changeOf(id(1), 'Cầu mamama')]);
  const { page_count: pages } = db.prepare('PRAGMA page_count').get() as { page_count: number };
  db.exec(`PRAGMA max_page_count = ${pages}`);
  const many = Array.from({ length: 500 }, (_, number) => changeOf(id(2 + number), `Cầu mimimi thứ ${number}`));
  expect(() => apply(many)).toThrow(/full/);
  expect(found(db, 'mamama')).toHaveLength(1);
  expect(found(db, 'mimimi')).toEqual([]);
  db.exec('PRAGMA max_page_count = 1000000');
  apply(many);
  expect(found(db, 'mimimi')).toHaveLength(100);
  db.close();
});

it('a cursor goes on in a replica that was made again, without repeats or gaps', () => {
  const changes = Array.from({ length: 60 }, (_, number) => changeOf(id(number), 'Một việc'));
  const [before, after] = [openReplica(':memory:'), openReplica(':memory:')];
  openWriter(before).apply(changes);
  openWriter(after).apply(changes.toReversed());
  const request = { kind: 'challenge', sort: 'top', limit: 25 } as const;
  const first = openAnswers(before).list(request);
  const lists = openAnswers(after);
  const second = lists.list({ ...request, cursor: first.nextCursor! });
  const third = lists.list({ ...request, cursor: second.nextCursor! });
  const ids = [first, second, third].flatMap(({ items }) => items.map((item: { id: string }) => item.id));
  expect(new Set(ids).size).toBe(60);
  expect(third.nextCursor).toBeNull();
});

it('results by words are paged to the thousandth, each once', () => {
  const db = openReplica(':memory:');
  openWriter(db).apply(Array.from({ length: 1_300 }, (_, number) => changeOf(id(number), 'Cầu vượt mới')));
  const { search } = openAnswers(db);
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = search({ q: 'cầu vượt', sort: 'relevance', limit: 100, cursor });
    ids.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(ids).toHaveLength(1_000);
  expect(new Set(ids).size).toBe(1_000);
});

it('a title of one letter is found by it', () => {
  const db = openReplica(':memory:');
  const [letter, other] = [id(1), id(2)];
  openWriter(db).apply([changeOf(letter, 'Ồ'), changeOf(other, 'Cầu')]);
  for (const q of ['ồ', 'Ồ', 'o', 'ô']) expect(found(db, q)[0], q).toBe(letter);
});
