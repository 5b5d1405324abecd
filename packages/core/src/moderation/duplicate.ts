/** Probable duplicates: a challenge that has just been raised and says very much what an open one says already waits for moderators. */
import { findCard } from '../card/repo.ts';
import type { SearchIndex } from '../search/port.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId, SubjectId } from '../shared/ids.ts';
import { openFound } from './open.ts';

/**
 * How alike two challenges are that are worth a moderator's time. Of the labelled set of `npm run relevance` it finds a third of those that
 * say the same in other words, and none of the 118 that do not: authors have been shown what is alike while they wrote.
 */
export const duplicateLikeness = 0.45;

/** Opens an item about a challenge, if it is like one that was there before it. Its author notices nothing. @throws search_not_ready */
export async function openDuplicate(ctx: Ctx, index: SearchIndex, id: ChallengeId): Promise<void> {
  const card = await findCard(ctx, id, { consistent: true });
  if (card?.status !== 'open' || card.kind !== 'raised') return;
  const { title, summary, ward } = card;
  const found = (await index.alike({ title, summary, ward })).find(
    // Of two raised at the same time, the later one.
    (one) => one.id < id && one.status === 'open' && one.likeness >= duplicateLikeness,
  );
  if (!found) return;
  await openFound(ctx, 'duplicate', id, {
    reasons: { duplicate: 1 },
    rule: { id: 'alike', words: found.sharedWords },
    like: found.id as SubjectId,
  });
}
