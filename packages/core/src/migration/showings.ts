/** A migration of November 2026: beside each upload stands what shows it, from which follows whether it is served. */
import { showingOf } from '../card/showing.ts';
import type { StoredBody } from '../card/stored.ts';
import { bodyKey, type Item } from '../db/keys.ts';
import { isSubjectId, type SubjectId } from '../shared/ids.ts';
import type { Migration } from './rules.ts';

/** The stream tells of what is added: so pictures of what was hidden before are withheld too. */
export const showings: Migration = {
  id: '0009-showings',
  describe: 'Each picture knows what shows it',
  sortKeys: [bodyKey('' as SubjectId).sk],
  up: () => undefined,
  beside(item: Item) {
    const { pk: subject, images = [] } = item as Item & Partial<StoredBody>;
    return isSubjectId(subject) ? images.map(({ id }) => showingOf(id, subject, true)) : [];
  },
};
