/** Pages: every list is `{ items, nextCursor }`, and the cursor is opaque. */
import { AppError } from './app-error.ts';
import { isWhole } from './whole.ts';
import { z } from './zod.ts';

export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** `?limit=1..100&cursor=` */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20).meta({ description: 'Items a page, 1 to 100' }),
  cursor: z.string().max(1_000).optional().meta({ description: 'Opaque; the nextCursor of the page before' }),
};

export type PageSchema<Item extends z.ZodType> = z.ZodObject<{
  items: z.ZodArray<Item>;
  nextCursor: z.ZodNullable<z.ZodString>;
}>;

/** The schema of a page of `item`. */
export function pageOf<Item extends z.ZodType>(item: Item): PageSchema<Item> {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** The schema of a page of `item` that says how many there are in all; null while that is not known. */
export function countedPageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    total: z
      .number()
      .int()
      .min(0)
      .nullable()
      .meta({ description: 'How many there are in all; null while the search index is not ready' }),
    nextCursor: z.string().nullable(),
  });
}

const keySchema = z.string().max(300).refine(isWhole);
const cursorSchema = z.strictObject({ l: z.string(), k: z.record(z.string(), keySchema) });

/** The cursor that continues the list named `list` after the item with these sort keys. */
export function encodeCursor(list: string, keys: Record<string, string>): string {
  return Buffer.from(JSON.stringify({ l: list, k: keys })).toString('base64url');
}

/**
 * The sort keys in `cursor`, which must have been made for the same `list` and hold exactly the keys `names`.
 * @throws invalid_cursor
 */
export function decodeCursor(list: string, names: readonly string[], cursor: string): Record<string, string> {
  try {
    const { l, k } = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    const fits = l === list && Object.keys(k).length === names.length && names.every((name) => k[name]);
    if (fits) return k;
  } catch (cause) {
    throw new AppError('invalid_cursor', { cause });
  }
  throw new AppError('invalid_cursor');
}

/**
 * Runs `step` from `place` on, at most `most` times; each call returns the place of the next, or undefined at the end. Resolves to
 * where to continue.
 */
export async function runSteps<Place>(
  place: Place,
  most: number,
  step: (place: Place) => Promise<Place | undefined>,
): Promise<Place | undefined> {
  let next: Place | undefined = place;
  for (let taken = 0; next !== undefined && taken < most; taken++) next = await step(next);
  return next;
}
