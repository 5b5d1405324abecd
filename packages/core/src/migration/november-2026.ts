/**
 * Migrations of November 2026: pictures, alternative texts, the pin and the reason of closing move from cards to bodies;
 * counters become one map; times get milliseconds; public items get their key in the index of changes, and answers one in the
 * index below their parent.
 */
import { isDeepStrictEqual } from 'node:util';
import { answerKeys } from '../card/move.ts';
import { countsOf, coverOf, type Former, storedImage } from '../card/stored.ts';
import { bodyKey, cardKey, changedKey, type Item, madeKey, subjectOfTallyKey, tallyKey } from '../db/keys.ts';
import { type CommentId, isSubjectId, kindOf, type OrganisationId, type SubjectId } from '../shared/ids.ts';
import { normalTime } from '../shared/time.ts';
import { storedTrend } from '../tally/rules.ts';
import type { Migration } from './rules.ts';

const tallySortKey = tallyKey('' as SubjectId, 0).sk;

type FormerCard = Item & Former & { closeReason?: string };

/** Copies to bodies the fields of their cards that only the subject's own page shows. */
export const wholeBodies: Migration = {
  id: '0001-whole-bodies',
  describe: 'Pictures, pins and reasons of ends stand in the bodies of subjects',
  sortKeys: [bodyKey('' as SubjectId).sk],
  async up(item, read) {
    const id = item.pk as SubjectId;
    if (!isSubjectId(id)) return undefined;
    const { images = [], point, closeReason } = ((await read(cardKey(id))) ?? {}) as FormerCard;
    const taken = {
      ...(images.length > 0 && { images: images.map(storedImage) }),
      ...(point && { point }),
      ...(closeReason && { closeReason }),
    };
    // Fields that the body already has were written since, and are newer.
    return Object.keys(taken).some((name) => !(name in item)) ? { ...taken, ...item } : undefined;
  },
};

/**
 * Reduces cards to what lists show, and adds them, comments and organisations to the index of changes; replaces heat by a trend
 * on tallies and cards, as sums of heat would have exceeded what the SDK can send in 2027; adds the items by which an
 * organisation finds what was made in its name. Runs when every body has the fields that were on its card.
 */
export const smallCards: Migration = {
  id: '0002-small-cards',
  describe: 'Cards are small and stand among the changes, tallies hold a trend, organisations list what they made',
  sortKeys: [cardKey('' as SubjectId).sk, tallySortKey],
  up(item) {
    if (isSubjectId(item.pk)) return smallCard(item);
    if (subjectOfTallyKey(item.pk)) return withTrend(item);
    const isThing = item.pk.startsWith('cmt_') || item.pk.startsWith('org_');
    return isThing && !item.gsi3pk ? { ...item, ...changedKey(item.pk, new Date()) } : undefined;
  },
  beside(item) {
    const id = item.pk as SubjectId | CommentId;
    const { organisation } = item as { organisation?: { id: OrganisationId } | null };
    if (!organisation || !(isSubjectId(id) || id.startsWith('cmt_'))) return [];
    return [madeKey(organisation.id, isSubjectId(id) ? kindOf(id) : 'comment', id)];
  },
};

function smallCard(item: Item): Item | undefined {
  if ('counts' in item) return undefined;
  const { support, comments, solutions, images, point, closeReason, ...card } = item as FormerCard;
  const isPublic = typeof item.publishedAt === 'string';
  const small = {
    ...card,
    counts: countsOf(item),
    ...(images && images.length > 0 && { cover: coverOf(item) }),
    ...answerKeys({ ...item, id: item.pk as SubjectId }),
    ...(isPublic && changedKey(item.pk, new Date())),
  } as Item;
  return withTrend(small) ?? small;
}

function withTrend(item: Item): Item | undefined {
  if (!('heat' in item)) return undefined;
  const { heat, ...rest } = item;
  return { ...rest, trend: storedTrend(item) } as Item;
}

/**
 * Ends of subjects, and of voting on their tallies, in UTC with milliseconds: as texts, an end without them would come after
 * all the moments of its second.
 */
export const normalTimes: Migration = {
  id: '0003-normal-times',
  describe: 'Ends of subjects and of voting have milliseconds, as all other times',
  sortKeys: [cardKey('' as SubjectId).sk, tallySortKey],
  up(item) {
    const normal = { ...item, ...normalEnd(item, 'closesAt'), ...normalEnd(item, 'openUntil') };
    return isDeepStrictEqual(normal, item) ? undefined : normal;
  },
};

/** The end in a field, where it is a time: shards also name ends beyond all times. */
function normalEnd(item: Item, field: string): Record<string, string> {
  const end = item[field];
  return typeof end === 'string' && end.includes('T') ? { [field]: normalTime(end) } : {};
}
