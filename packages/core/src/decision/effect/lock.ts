/** `lock` and `unlock`: a subject takes no comments any more, and takes them again. */
import { lockParts } from '../../card/lock.ts';
import { iso } from '../../shared/time.ts';
import { type Effect, nothingToUndo } from './effect.ts';
import { isPublished } from './published.ts';

export const lock: Effect = {
  isPossible: ({ content }) => isPublished(content) && !content.comment && !content.card.locked,
  parts: (ctx, { content: { card } }, { decision, reason }) => ({
    parts: lockParts(card, { reason, at: iso(ctx.now()), decision }),
  }),
  undo: (_, { content: { card } }, { id }) =>
    card.locked?.decision === id ? { parts: lockParts(card, null), complete: true } : nothingToUndo,
};

export const unlock: Effect = {
  isPossible: ({ content: { card, comment } }) => !comment && Boolean(card.locked),
  parts: (_, { content: { card } }) => ({ parts: lockParts(card, null) }),
};
