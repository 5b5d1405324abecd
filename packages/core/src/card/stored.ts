/**
 * Cards and bodies as they are stored, and as the API answers them. A card is small: its counters are one map, and of its
 * pictures it holds only the cover. What only its own page shows (all pictures, alternative texts, the pin) is in the body.
 */
import type { SubjectId, UploadId } from '../shared/ids.ts';
import type { Item } from '../shared/table.ts';
import { type Counter, counters, subjectKinds } from '../subject/kinds.ts';
import type { Point } from '../ward/schema.ts';
import type { StoredHtml } from './body-text.ts';
import { type Image, imageOf, type StoredImage } from './image.ts';
import type { Card } from './schema.ts';
import { isPublic } from './status.ts';

export type Counts = Record<Counter, number>;

export const noCounts = Object.fromEntries(counters.map((counter) => [counter, 0])) as Counts;

export type StoredBody = {
  body: string;
  /** Absent in bodies of releases that rendered only when reading. */
  html?: StoredHtml;
  images?: readonly StoredImage[];
  point?: Point | null;
  closeReason?: string | null;
};

/** Fields of the answer that a stored card does not have. */
type Answered = keyof Counts | 'images' | 'point';

/** A card as it is stored, without its keys and the fields that only projections use. */
export type StoredCard<C extends Card = Card> = Omit<C, Answered> & {
  counts: Counts;
  cover?: StoredImage | null;
  /** What `trending` sorts by. */
  trend?: number;
  /** Grows with each change of the place: then answers inherit the place again. */
  placeVersion?: number;
};

/** Attributes of cards before they moved to `counts`, `cover` and the body. */
export type Former = Partial<Counts> & { heat?: number; images?: readonly Image[]; point?: Point | null };

/** The counters of a stored card or row. */
export function countsOf(item: object): Counts {
  const { counts, ...former } = item as { counts?: Partial<Counts> } & Former;
  const found = counts ?? former;
  return Object.fromEntries(counters.map((counter) => [counter, found[counter] ?? 0])) as Counts;
}

/** The cover of a stored card; null without pictures. */
export function coverOf(item: object): StoredImage | null {
  const { cover, images } = item as Former & { cover?: StoredImage | null };
  if (cover !== undefined) return cover;
  const [first] = images ?? [];
  return first ? { id: first.id, width: first.width, height: first.height } : null;
}

/** For the pictures of a stored card: the card, unless everybody sees it. */
function unseen(item: object): SubjectId | undefined {
  const card = item as StoredCard & { hiddenAbove?: boolean };
  return isPublic(card) && !card.hiddenAbove ? undefined : card.id;
}

/** A stored card or row as lists answer it: flat counters, the cover alone and no pin. */
export function cardOf<C extends Card>(item: Item): C {
  const { counts, cover, ...rest } = item as Item & Former & { counts?: Counts; cover?: StoredImage };
  const first = coverOf(item);
  return {
    ...rest,
    ...countsOf({ ...rest, counts }),
    images: first ? [imageOf(first, unseen(item))] : [],
    point: null,
  } as unknown as C;
}

/** Attributes that no list shows: keys, those that only projections use, and those of former cards. */
const notInRows = new Set([
  ...['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk'],
  ...[
    'tallyRevision',
    'authorVersion',
    'placeVersion',
    'hiddenAbove',
    ...[
      'left',
      'hidden',
      'locked',
      'answersModerated',
      'merged',
      'mergedInto',
      'unmergesTo',
      'hasMerges',
      'latestMerge',
    ],
    ...['cameBy', 'formerParents'],
    'requestId',
    ...subjectKinds.map((kind) => `${kind}Version`),
  ],
  ...['organisationVersion', 'trend', 'heat', 'images', 'point', 'closeReason', ...counters],
]);

/** What a list shows of a stored card: no keys, and nothing that only its own page or projections need. */
export function rowOf(item: Item): Record<string, unknown> {
  const shown = Object.entries(item).filter(([name]) => !notInRows.has(name));
  return { ...Object.fromEntries(shown), counts: countsOf(item), cover: coverOf(item) };
}

/** A stored card with the fields of its body, as its own page answers it. */
export function wholeOf<C extends Card>(item: Item, body: StoredBody): C {
  const former = item as Item & Former;
  const images = body.images?.map((image) => imageOf(image, unseen(item))) ?? former.images ?? [];
  // Null means that the pin was removed.
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
