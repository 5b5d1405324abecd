/** A migration of November 2026: tags written before there was one spelling of each (`hoà`, capitals, NFD) get it. */
import { isDeepStrictEqual } from 'node:util';
import { tagOf } from '../card/schema.ts';
import { cardKey, changedKey, type Item } from '../db/keys.ts';
import { isSubjectId, type SubjectId } from '../shared/ids.ts';
import type { Migration } from './rules.ts';

/**
 * Rewrites the tags on cards. The stream tells the lists, as after an edit: the rows of the lists that a card leaves are deleted.
 * The version stays, so that nobody who is just editing meets a conflict.
 */
export const oneSpelling: Migration = {
  id: '0005-one-spelling',
  describe: 'Tags have one spelling, and stand in the lists of that one',
  sortKeys: [cardKey('' as SubjectId).sk],
  up(item: Item & { tags?: string[] }) {
    if (!isSubjectId(item.pk) || !Array.isArray(item.tags)) return undefined;
    const tags = [...new Set(item.tags.map(tagOf))].filter((tag) => tag !== '');
    if (isDeepStrictEqual(tags, item.tags)) return undefined;
    return { ...item, tags, ...(typeof item.publishedAt === 'string' && changedKey(item.pk, new Date())) };
  },
};
