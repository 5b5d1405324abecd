/** The demo is complete, valid, quick to load, and the same every time it is loaded. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { altLength } from '@hanoi/core/card/image';
import { officialProgrammes } from '@hanoi/core/programme/official-list';
import { type TestTable, useTable } from '@hanoi/core/testing/table';
import type { TransparencyReport } from '@hanoi/core/transparency/schema';
import { wardNames } from '@hanoi/core/ward/names';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { batchingTable } from './batching-table.ts';
import { readContent } from './content.ts';
import { makeCast, seedDemo } from './main.ts';
import { pictureSize } from './pictures.ts';
import { loadChallenge } from './story.ts';

const { organisations, challenges } = await readContent();
const solutions = challenges.flatMap((challenge) => challenge.solutions);
const subjects = [...challenges, ...solutions];
const threads = subjects.flatMap((subject) => subject.comments);
const comments = [...threads, ...threads.flatMap((comment) => comment.replies)];

const folder = join(import.meta.dirname, 'content/pictures');
const stored = new Map<string, Uint8Array>();
const gallery = { folder, files: { put: async (key: string, bytes: Uint8Array) => void stored.set(key, bytes) } };

describe('the content', () => {
  it('holds what a city needs to look alive', () => {
    expect(challenges.length).toBeGreaterThanOrEqual(60);
    expect(solutions.length).toBeGreaterThanOrEqual(120);
    expect(comments.length).toBeGreaterThanOrEqual(400);
    expect(organisations.length).toBe(25);
  });

  it('comes from all nine programmes and all over the city', () => {
    expect(new Set(challenges.map(({ programme }) => programme))).toEqual(
      new Set(officialProgrammes.map(({ code }) => code)),
    );
    const wards = new Set(challenges.flatMap(({ ward }) => ward ?? []));
    expect(wards.size).toBeGreaterThanOrEqual(40);
    expect([...wards].filter((ward) => !wardNames[ward])).toEqual([]);
  });

  it('has each key once, for times and ids are made from them', () => {
    const keys = subjects.map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has pictures that say they are drawn and what they show', () => {
    const shown = subjects.filter(({ pictures }) => pictures.length > 0);
    expect(shown.filter((subject) => challenges.some(({ key }) => key === subject.key)).length).toBeGreaterThanOrEqual(
      15,
    );
    for (const { alt } of shown.flatMap(({ pictures }) => pictures)) {
      expect(alt).toMatch(/^Hình minh họa: .{20}/);
      expect(alt.length).toBeLessThanOrEqual(altLength[1]);
    }
  });

  it('has a drawing of both sizes for every picture, and none that nothing shows', async () => {
    const named = new Set(subjects.flatMap(({ pictures }) => pictures.map(({ file }) => file)));
    const files = [...named].flatMap((name) => [`${name}.webp`, `${name}-s.webp`]);
    expect(readdirSync(folder).sort()).toEqual(files.sort());
    for (const file of files) {
      const { format, width, height } = await sharp(join(folder, file)).metadata();
      const size = file.endsWith('-s.webp') ? { width: 480, height: 360 } : pictureSize;
      expect({ format, width, height }, file).toEqual({ format: 'webp', ...size });
    }
  });

  it('names organisations that there are', () => {
    const known = new Set(organisations.map(({ key }) => key));
    const named = [...subjects, ...comments].flatMap(({ organisation }) => organisation ?? []);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('loading', { timeout: 240_000 }, () => {
  const apart = useTable();
  const whole = useTable();
  const now = new Date('2026-05-09T03:00:00Z');
  let inWhole: ReturnType<typeof itemsOf>;
  /** The whole demo, read once it is loaded. */
  const itemsOfWhole = () => {
    inWhole ??= itemsOf(whole);
    return inWhole;
  };

  it('goes through the services', async () => {
    expect(await seedDemo(gallery, now)).toEqual({ challenges: challenges.length });
    expect((await itemsOfWhole()).size).toBeGreaterThan(subjects.length + comments.length);
  });

  it('leaves 29 items of every kind to the moderators, two of them claimed', async () => {
    const items = [...(await itemsOf(whole)).values()] as unknown as StoredItem[];
    const open = items.filter(({ sk, status }) => sk === 'ITEM' && status === 'open');
    const kinds = Map.groupBy(open, ({ kind }) => kind);
    expect(Object.fromEntries([...kinds].map(([kind, some]) => [kind, some.length]))).toEqual({
      report: 13,
      'first-post': 3,
      moderator: 1,
      rule: 6,
      duplicate: 2,
      order: 1,
      appeal: 2,
      votes: 1,
    });
    expect(open).toHaveLength(29);
    expect(open.filter(({ claim }) => claim)).toHaveLength(2);
  });

  it('has a challenge that was merged, with its solution taken along and its supporters asked', async () => {
    const items = [...(await itemsOf(whole)).values()] as unknown as (StoredItem & Record<string, unknown>)[];
    const [merged, ...more] = items.filter(({ sk, status }) => sk === 'CARD' && status === 'merged');
    expect(more).toEqual([]);
    const [taken] = items.filter(({ pk }) => pk.startsWith('TAKEN#'));
    const along = items.find(({ pk, sk }) => pk === taken!.sk && sk === 'CARD');
    expect(along).toMatchObject({ challengeId: merged!.mergedInto, status: 'submitted' });
    const states = items.filter(({ pk }) => pk.startsWith('ASKED#')).map(({ state }) => state);
    expect(states.toSorted()).toContain('asked');
    expect(states.filter((state) => state === 'moved')).toHaveLength(1);
  });

  it('has last month’s transparency report: decisions for many reasons, both ends of an appeal, a demand in time', async () => {
    const report = (await itemsOf(whole)).get('TRANSPARENCY#2026-04 REPORT') as unknown as TransparencyReport;
    // One of the decisions whose appeal waits is of April, too, and so is the merge.
    expect(report).toMatchObject({
      month: '2026-04',
      isOver: true,
      decisions: 16,
      appealed: 3,
      upheld: 1,
      overturned: 1,
    });
    expect(report.orders).toEqual({ received: 1, inTime: 1, late: 0, open: 0 });
    expect(new Set(report.rows.map(({ action }) => action))).toEqual(
      new Set(['hide', 'approve', 'redact', 'warn', 'merge']),
    );
    expect(new Set(report.rows.flatMap(({ kind }) => kind ?? []))).toEqual(
      new Set(['report', 'rule', 'moderator', 'order', 'duplicate']),
    );
  });

  it('has votes that were set aside, and are not counted', async () => {
    const items = [...(await itemsOf(whole)).values()] as unknown as (StoredItem & Record<string, unknown>)[];
    const aside = items.filter(({ pk, quarantined }) => pk.startsWith('VOTE#') && quarantined);
    expect(aside).toHaveLength(26);
    const decision = items.find(({ pk }) => pk === aside[0]!.quarantined)!;
    expect(decision.votes).toMatchObject({ state: 'done', count: 26 });
  });

  it('has a programme that was retired, and figures of eight days', async () => {
    const items = [...(await itemsOf(whole)).values()];
    const retired = items.filter(({ pk, sk, retiredAt }) => pk === 'PROGRAMMES' && sk === 'CODE#P10' && retiredAt);
    expect(retired).toHaveLength(1);
    const days = items.filter(({ pk }) => String(pk).startsWith('DAY#'));
    expect(days).toHaveLength(8);
    const sumOf = (name: string) => days.reduce((sum, day) => sum + Number(day[name]), 0);
    for (const name of ['people', 'comments', 'supports', 'reports', 'decisions'])
      expect(sumOf(name), name).toBeGreaterThan(0);
  });

  it('shows each picture on the text it belongs to, uploaded by its author', async () => {
    const items = [...(await itemsOfWhole()).values()] as StoredItem[];
    const uploads = new Map(items.filter(({ owner }) => owner).map((upload) => [upload.id, upload]));
    for (const { body, pictures } of subjects.filter(({ pictures }) => pictures.length > 0)) {
      const bodyItem = items.find((item) => item.sk === 'BODY' && item.body === body)!;
      expect(bodyItem.images?.map(({ alt }) => alt)).toEqual(pictures.map(({ alt }) => alt));
      const card = items.find((item) => item.pk === bodyItem.pk && item.sk === 'CARD')!;
      expect(card.cover?.id).toBe(bodyItem.images?.[0]?.id);
      for (const { id } of bodyItem.images ?? []) {
        expect(uploads.get(id)?.owner).toBe(card.author?.id);
        expect([stored.has(`media/${id}.webp`), stored.has(`media/${id}-s.webp`)]).toEqual([true, true]);
      }
    }
  });

  it('loads a challenge the same every time, whatever is loaded beside it', async () => {
    const some = challenges.filter(({ status, solutions }) => status === 'closed' || solutions.some(isWithdrawn));
    const cast = await makeCast(batchingTable({ client: apart.client, table: apart.tableName }), gallery, now);
    for (const challenge of some) await loadChallenge(cast, challenge);
    const part = await itemsOf(apart);
    const all = await itemsOfWhole();
    expect(part.size).toBeGreaterThan(1_000);
    // A pace is of all that a person writes within the hour, and ends with it; the audit log tells of the loading itself, and the rules are those of the whole demo.
    const lasting = (items: typeof all) =>
      new Map([...items].filter(([key]) => part.has(key) && !/^(PACE|AUDIT)#|^RULES/.test(key)));
    expect(lasting(all)).toEqual(lasting(part));
  });

  it('lets those who speak again speak as themselves', async () => {
    const authors = new Map<unknown, unknown>();
    for (const item of (await itemsOfWhole()).values()) authors.set(item.body ?? item.title, item.author);
    const ofCard = ({ title }: { title: string }) => authors.get(title);
    const again = challenges.flatMap((challenge) =>
      [challenge, ...challenge.solutions].filter(isPublic).flatMap((subject) =>
        subject.comments.flatMap((opener) =>
          [opener, ...opener.replies].flatMap(({ by, body }) => {
            const voices = { author: ofCard(subject), challenger: ofCard(challenge), opener: authors.get(opener.body) };
            return by ? [{ body, expected: voices[by], author: authors.get(body) }] : [];
          }),
        ),
      ),
    );
    expect(again.length).toBeGreaterThan(100);
    for (const { author, expected } of again) expect(author).toEqual(expected);
  });
});

/** What the test reads of an item, where it has it. */
type StoredItem = { pk: string; sk: string; id: string; body?: string; owner?: string; author?: { id: string } } & {
  cover?: { id: string } | null;
  images?: { id: string; alt?: string }[];
  status?: string;
  kind?: string;
  claim?: object | null;
};

function isPublic({ status }: { status: string }): boolean {
  return status !== 'draft';
}

function isWithdrawn({ status }: { status: string }): boolean {
  return status === 'withdrawn';
}

/** All items of a table, by key, without their place among the changes: that is the machine's time, each time another. */
async function itemsOf({ client, tableName: TableName }: TestTable): Promise<Map<string, Record<string, unknown>>> {
  const items = new Map<string, Record<string, unknown>>();
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, ExclusiveStartKey }));
    for (const item of page.Items ?? []) {
      if (String(item.gsi3pk).startsWith('CHANGED#')) delete item.gsi3sk;
      items.set(`${item.pk} ${item.sk}`, item);
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}
