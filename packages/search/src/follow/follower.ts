/**
 * Keeps a replica up to date: asks the index of changes what changed since it last looked, and applies it. It looks again a
 * little from before where it stopped, as the clocks of machines differ and an index shows a write a moment later.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '@hanoi/core/db/keys';
import { bodiesOf, changedAt, changedPage, revisionOf } from '@hanoi/core/search/repo';
import type { Ctx } from '@hanoi/core/shared/context';
import { isSubjectId, type SubjectId } from '@hanoi/core/shared/ids';
import { after } from '@hanoi/core/shared/time';
import { LRUCache } from 'lru-cache';
import { documentOf, textsOf } from '../document.ts';
import { type Change, openWriter, type Writer } from '../replica/apply.ts';
import { type Overlap, overlapOnAws } from './overlap.ts';
import { type Place, type Places, placesIn, shards } from './places.ts';

/** Items of each partition that are read and applied at a time. */
const pageSize = 250;

/** The revisions of so many things are remembered, as each look reads some of them again. */
const mostRemembered = 10_000;
type Remembered = LRUCache<string, number>;

export type Follower = {
  /**
   * Applies what has changed, or as much of it as is possible until a time; the next call continues. Resolves to the number of
   * things that were applied. One at a time: see `turns.ts`.
   */
  catchUp(until?: Date): Promise<number>;
  /** Every change before this time has been seen; undefined while the replica has never been complete. */
  asOf(): Date | undefined;
};

type Options = {
  db: DatabaseSync;
  /** The context to read with; its clock is the machine's. */
  ctx: () => Ctx;
  overlap?: Overlap;
  onProgress?: (applied: number) => void;
};

/** A follower that writes the replica in `db`. */
export function createFollower({ db, ctx, overlap = overlapOnAws, onProgress }: Options): Follower {
  const writer = openWriter(db);
  const places = placesIn(db);
  const remembered: Remembered = new LRUCache({ max: mostRemembered });
  let lastWide = Number.NEGATIVE_INFINITY;

  return {
    asOf: places.asOf,
    async catchUp(until) {
      const began = new Date();
      const isWide = began.getTime() - lastWide >= overlap.wideEvery;
      const back = isWide ? overlap.wide : overlap.each;
      let applied = 0;
      // Page by page of all partitions in turn, so that what is read first is what changed first.
      let readers = shards.map((shard) => openReader(ctx(), shard, lookFrom(places, shard, began, back, overlap.wide)));
      while (readers.length > 0) {
        if (until && until <= new Date()) return applied;
        const pages = await Promise.all(readers.map((reader) => reader.next()));
        const fresh = pages.flat().filter((item) => (remembered.get(item.pk) ?? -1) < revisionOf(item));
        const changes = await withTexts(ctx(), writer, fresh);
        const farther = readers.flatMap(({ shard }, index) => fartherPlace(places, shard, pages[index]!.at(-1)));
        if (changes.length > 0 || farther.length > 0)
          writer.apply(changes, () => {
            for (const { shard, place } of farther) places.move(shard, place);
          });
        for (const item of fresh) remembered.set(item.pk, revisionOf(item));
        applied += changes.length;
        onProgress?.(applied);
        readers = readers.filter((reader) => !reader.isDone());
      }
      if (isWide) lastWide = began.getTime();
      places.seenAll(began);
      return applied;
    },
  };
}

type Reader = { shard: number; next(): Promise<Item[]>; isDone(): boolean };

/**
 * The time from which a partition is read; undefined for all of it. What changed well before the last look that came to the end was
 * seen by it: it is not read again each time, as it may be a whole import.
 */
function lookFrom(places: Places, shard: number, now: Date, back: number, wide: number): Date | undefined {
  const place = places.of(shard);
  if (!place) return undefined;
  const upTo = new Date(place.upTo);
  // A clock that was set back leaves a time that has not come yet.
  const from = after(upTo < now ? upTo : now, -back);
  const asOf = places.asOf();
  if (!asOf || asOf > now) return from;
  const seen = after(asOf, -wide);
  return seen > from ? seen : from;
}

function openReader(ctx: Ctx, shard: number, from: Date | undefined): Reader {
  let cursor: string | undefined;
  let done = false;
  return {
    shard,
    async next() {
      const page = await changedPage(ctx, shard, { from, limit: pageSize, cursor });
      cursor = page.nextCursor ?? undefined;
      done = cursor === undefined;
      return page.items;
    },
    isDone: () => done,
  };
}

/** The place of the last item that was read of a partition, where that lies behind the one that is noted. */
function fartherPlace(places: Places, shard: number, last: Item | undefined): { shard: number; place: Place }[] {
  if (!last) return [];
  const place = { upTo: changedAt(last), id: last.pk };
  const before = places.of(shard);
  return before === undefined || before.upTo < place.upTo ? [{ shard, place }] : [];
}

/** What is newer than the replica has it, with the texts that are of another version. */
async function withTexts(ctx: Ctx, writer: Writer, items: readonly Item[]): Promise<Change[]> {
  const newer = items.flatMap((item) => {
    const document = documentOf(item);
    const known = document && writer.known(document.id);
    if (!document || (known && known.revision >= document.revision)) return [];
    const hasTexts = known?.open === 1 && known.version === document.version && known.ward === document.ward;
    return [{ item, document, wantsTexts: document.open && !hasTexts }];
  });
  const subjects = newer.filter(({ item, wantsTexts }) => wantsTexts && isSubjectId(item.pk));
  const bodies = await bodiesOf(
    ctx,
    subjects.map(({ item }) => item.pk as SubjectId),
  );
  const bodyOf = new Map(subjects.map(({ item }, index) => [item.pk, bodies[index]]));
  return newer.map(({ item, document, wantsTexts }) => ({
    document,
    ...(wantsTexts && { texts: textsOf(item, bodyOf.get(item.pk)) }),
  }));
}
