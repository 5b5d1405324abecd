/** `merge` and `unmerge`: a subject leads to another of its kind, that says the same, and comes back. */
import { mergeParts, unmergeHiddenParts, unmergeParts } from '../../card/merge.ts';
import { isLive, isPublic, parentOf } from '../../card/status.ts';
import { findContent } from '../../report/repo.ts';
import { contentKindOf, isContentId, refOf } from '../../report/rules.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Ctx } from '../../shared/context.ts';
import { iso } from '../../shared/time.ts';
import type { DecidedContent } from '../content.ts';
import { mayUnmerge, whyNotMerged } from '../rules.ts';
import { type Effect, nothingToUndo } from './effect.ts';

const refused = 'action_not_possible';

export const merge: Effect = {
  isPossible: ({ content: { card, comment } }, now) =>
    !comment && isPublic(card) && isLive(card, now) && (parentOf(card) !== null || card.kind === 'raised'),
  async parts(ctx, { content: { card } }, { decision, reason, into }) {
    const target = await targetOf(ctx, card, into);
    const merged = { reason, at: iso(ctx.now()), decision };
    return {
      parts: mergeParts(ctx, card, target.card, { merged, refused }),
      into: { ...refOf(target), id: target.id },
    };
  },
  undo(ctx, { content: { card } }, { id }) {
    if (card.merged?.decision !== id) return nothingToUndo;
    const parts = card.status === 'hidden' ? unmergeHiddenParts(card) : unmergeParts(ctx, card, refused);
    return { parts, complete: true };
  },
};

export const unmerge: Effect = {
  isPossible: ({ content: { card, comment } }, now) => !comment && card.status === 'merged' && mayUnmerge(card, now),
  parts: (ctx, { content: { card } }) => ({ parts: unmergeParts(ctx, card, refused) }),
};

/** What a subject shall be merged into, read strongly. @throws invalid_input, with why it cannot be */
async function targetOf(ctx: Ctx, card: DecidedContent['card'], into: string | undefined): Promise<DecidedContent> {
  const target = into && isContentId(into) ? await findContent(ctx, into) : undefined;
  const isSameKind = target && contentKindOf(target.id) === contentKindOf(card.id);
  const code = isSameKind ? whyNotMerged(card, target, ctx.now()) : 'merge_not_found';
  if (code || !target) throw new AppError('invalid_input', { fields: [{ path: '/into', code: code!, message: '' }] });
  return target;
}
