/**
 * Migrations of November 2026: pictures, their words, the pin and the reason of an end move from cards to bodies; counters
 * become one map; what is public takes its place in the index of changes, and answers theirs below what they answer.
 */
import { answerKeys } from '../card/move.ts';
import { countsOf, coverOf, type Former, storedImage } from '../card/stored.ts';
import { bodyKey, cardKey, changedKey, type Item, type Key, madeKey, subjectOfTallyKey } from '../db/keys.ts';
import { type CommentId, isSubjectId, kindOf, type OrganisationId, type SubjectId } from '../shared/ids.ts';
import { storedTrend } from '../tally/rules.ts';
import type { Migration } from './rules.ts';

type FormerCard = Item & Former & { closeReason?: string };

const isOf = ({ pk, sk }: Key, key: Key) => pk === key.pk && sk === key.sk;

/** Bodies take from their cards what only the subject's own page shows. */
export const wholeBodies: Migration = {
  id: '0001-whole-bodies',
  describe: 'Pictures, pins and reasons of ends stand in the bodies of subjects',
  async up(item, read) {
    const id = item.pk as SubjectId;
    if (!isSubjectId(id) || !isOf(item, bodyKey(id))) return undefined;
    const { images = [], point, closeReason } = ((await read(cardKey(id))) ?? {}) as FormerCard;
    const taken = {
      ...(images.length > 0 && { images: images.map(storedImage) }),
      ...(point && { point }),
      ...(closeReason && { closeReason }),
    };
    // What the body has already was written since, and is newer.
    return Object.keys(taken).some((name) => !(name in item)) ? { ...taken, ...item } : undefined;
  },
};

/** Cards keep what lists show. Runs when every body has what was on its card. */
export const smallCards: Migration = {
  id: '0002-small-cards',
  describe: 'Cards of subjects keep one map of counters and the cover, and stand among the changes',
  up(item) {
    const id = item.pk as SubjectId;
    if (!isSubjectId(id) || !isOf(item, cardKey(id)) || 'counts' in item) return undefined;
    const { support, comments, solutions, images, point, closeReason, ...card } = item as FormerCard;
    const isPublic = typeof item.publishedAt === 'string';
    return {
      ...card,
      counts: countsOf(item),
      ...(images && images.length > 0 && { cover: coverOf(item) }),
      ...answerKeys(item as unknown as { id: SubjectId }),
      ...(isPublic && changedKey(id, new Date())),
    } as Item;
  },
};

/** Comments and organisations stand among the changes too. */
export const changes: Migration = {
  id: '0003-changes',
  describe: 'Comments and organisations stand in the index of changes',
  up(item) {
    const isThing = item.pk.startsWith('cmt_') || item.pk.startsWith('org_');
    if (!isThing || !isOf(item, cardKey(item.pk as OrganisationId)) || item.gsi3pk) return undefined;
    return { ...item, ...changedKey(item.pk, new Date()) };
  },
};

/** What was made in an organisation's name is found by it. */
export const made: Migration = {
  id: '0004-made',
  describe: 'What was made or said in the name of an organisation stands in a list of it',
  up: () => undefined,
  beside(item) {
    const id = item.pk as SubjectId | CommentId;
    const isMade = (isSubjectId(id) || id.startsWith('cmt_')) && isOf(item, cardKey(id));
    const { organisation } = item as { organisation?: { id: OrganisationId } | null };
    if (!isMade || !organisation) return [];
    return [madeKey(organisation.id, isSubjectId(id) ? kindOf(id) : 'comment', id)];
  },
};

/** What `trending` sorts by is counted from another day: the former sums were to pass what the SDK can send in 2027. */
export const trends: Migration = {
  id: '0005-trends',
  describe: 'Tallies and cards hold a trend instead of heat',
  up(item) {
    const id = item.pk as SubjectId;
    const isCounted = subjectOfTallyKey(item.pk) !== undefined || (isSubjectId(id) && isOf(item, cardKey(id)));
    if (!isCounted || !('heat' in item)) return undefined;
    const { heat, ...rest } = item;
    return { ...rest, trend: storedTrend(item) } as Item;
  },
};
