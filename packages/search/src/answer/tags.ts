/** The tags that public subjects carry, with how many carry each, in the order of their letters. */
import type { DatabaseSync } from 'node:sqlite';
import { decodeCursor, encodeCursor, type Page } from '@hanoi/core/shared/page';
import type { CountedTag, TagsQuery } from '@hanoi/core/tag/schema';
import { unmarked } from '../text/words.ts';

/** What answers a page of the tags that begin like `q`. It throws invalid_cursor. */
export function openTags(db: DatabaseSync) {
  const page = db.prepare(`
    SELECT t.tag AS tag, COUNT(*) AS count FROM doc_tag t JOIN doc d ON d.n = t.n
    WHERE d.shown = 1 AND t.tag > ? AND t.tag IN (SELECT tag FROM tag WHERE folded >= ? AND folded < ?)
    GROUP BY t.tag ORDER BY t.tag LIMIT ?`);
  return ({ q, limit, cursor }: TagsQuery): Page<CountedTag> => {
    const begins = unmarked(q.toLowerCase());
    const list = `tags ${begins}`;
    const after = cursor === undefined ? '' : decodeCursor(list, ['tag'], cursor).tag!;
    const rows = page.all(after, begins, `${begins}\u{10FFFF}`, limit + 1) as CountedTag[];
    const items = rows.slice(0, limit).map(({ tag, count }) => ({ tag, count }));
    return { items, nextCursor: rows.length > limit ? encodeCursor(list, { tag: items.at(-1)!.tag }) : null };
  };
}
