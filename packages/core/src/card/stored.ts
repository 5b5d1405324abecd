/**
 * Cards and bodies as they are stored, and as they are answered. A card is small: its counters are one map, and of its
 * pictures it keeps the cover. All else that only its own page shows (pictures and their words, the pin) is in the body.
 */
import type { UploadId } from '../shared/ids.ts';
import type { Item } from '../shared/table.ts';
import { type Counter, counters, subjectKinds } from '../subject/kinds.ts';
import type { Point } from '../ward/schema.ts';
import { type Image, imageOf, type StoredImage } from './image.ts';
import type { Card } from './schema.ts';

export type Counts = Record<Counter, number>;

export const noCounts = Object.fromEntries(counters.map((counter) => [counter, 0])) as Counts;

export type StoredBody = { body: string; images?: readonly StoredImage[]; point?: Point | null; closeReason?: string };

/** What the answer has and the stored card has not. */
type Answered = keyof Counts | 'images' | 'point';

/** A card as it is stored, beside keys and what projections note on it. */
export type StoredCard<C extends Card = Card> = Omit<C, Answered> & {
  counts: Counts;
  cover?: StoredImage | null;
  /** What `trending` sorts by. */
  trend?: number;
  /** Grows with each change of the place: what answers it takes the place anew. */
  placeVersion?: number;
};

/** Attributes that stood on cards before they were in `counts`, `cover` and the body. */
export type Former = Partial<Counts> & { heat?: number; images?: readonly Image[]; point?: Point | null };

/** The counters of a stored card or row. */
export function countsOf(item: object): Counts {
  const { counts, ...former } = item as { counts?: Partial<Counts> } & Former;
  const found = counts ?? former;
  return Object.fromEntries(counters.map((counter) => [counter, found[counter] ?? 0])) as Counts;
}

/** The cover of a stored card; null where it has no pictures. */
export function coverOf(item: object): StoredImage | null {
  const { cover, images } = item as Former & { cover?: StoredImage | null };
  if (cover !== undefined) return cover;
  const [first] = images ?? [];
  return first ? { id: first.id, width: first.width, height: first.height } : null;
}

/** A stored card or row as lists answer it: flat counters, the cover alone and no pin. */
export function cardOf<C extends Card>(item: Item): C {
  const { counts, cover, ...rest } = item as Item & Former & { counts?: Counts; cover?: StoredImage };
  const first = coverOf(item);
  return {
    ...rest,
    ...countsOf({ ...rest, counts }),
    images: first ? [imageOf(first)] : [],
    point: null,
  } as unknown as C;
}

/** What no list shows: keys, what projections note on a card, and what stood on cards before. */
const notInRows = new Set([
  ...['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk'],
  ...['tallyRevision', 'authorVersion', 'placeVersion', 'requestId', ...subjectKinds.map((kind) => `${kind}Version`)],
  ...['organisationVersion', 'trend', 'heat', 'images', 'point', 'closeReason', ...counters],
]);

/** What a list shows of a stored card: no keys, and nothing that only its own page or a projection needs. */
export function rowOf(item: Item): Record<string, unknown> {
  const shown = Object.entries(item).filter(([name]) => !notInRows.has(name));
  return { ...Object.fromEntries(shown), counts: countsOf(item), cover: coverOf(item) };
}

/** A stored card with what its body adds, as its own page answers it. */
export function wholeOf<C extends Card>(item: Item, body: StoredBody): C {
  const former = item as Item & Former;
  const images = body.images?.map(imageOf) ?? former.images ?? [];
  // Null says that the pin was taken away.
  const point = body.point === undefined ? (former.point ?? null) : body.point;
  return { ...cardOf<C>(item), images, point };
}

/** A picture as it is stored in a body. */
export function storedImage({ id, width, height, alt }: Image): StoredImage {
  return { id: id as UploadId, width, height, ...(alt && { alt }) };
}

/** The fields of a card that go with these pictures: the first is the cover. */
export function coverFields(images: readonly Image[]): { cover: StoredImage | null } {
  const [first] = images;
  return { cover: first ? { id: first.id, width: first.width, height: first.height } : null };
}
