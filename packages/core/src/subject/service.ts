/** What challenges and solutions share when they are read and written. */
import { followKey, shardCount, voteKey } from '../db/keys.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { shardOf } from '../shared/hash.ts';
import type { SubjectId } from '../shared/ids.ts';
import { renderMarkdown } from '../shared/markdown.ts';
import { type Card, findCard, findWhole, subjectNotFound } from './repo.ts';
import { maySee, viewerOf } from './rules.ts';

/**
 * A subject whole, with what the signed-in reader did with it: one BatchGet of two to four items.
 * @throws challenge_not_found, solution_not_found – also for what the reader may not see
 */
export async function getSubject(ctx: Ctx, id: SubjectId) {
  const person = ctx.actor.kind === 'person' ? ctx.actor.id : undefined;
  const personal = person ? [voteKey(id, shardOf(person, shardCount), person), followKey(id, person)] : [];
  const whole = await findWhole(ctx, id, personal);
  if (!whole || !maySee(ctx.actor, whole.card)) throw subjectNotFound(id);
  const { card, body, others } = whole;
  return {
    ...card,
    body: body.body,
    bodyHtml: renderMarkdown(body.body),
    viewer: viewerOf(ctx, card, others[0], others[1]),
  };
}

/**
 * The card of a subject the actor may see, read strongly when it is about to be changed.
 * @throws challenge_not_found, solution_not_found
 */
export async function requireCard<C extends Card>(
  ctx: Ctx,
  id: C['id'],
  options: { consistent?: boolean } = {},
): Promise<C> {
  const card = await findCard(ctx, id, options);
  if (!card || !maySee(ctx.actor, card)) throw subjectNotFound(id);
  return card as C;
}

/** Thrown inside a change that `despiteEdits` runs: what it read has been edited since. */
export class EditedMeanwhile extends Error {}

const mostEdits = 8;

/**
 * Runs a change that names no version (submit, withdraw, close, delete), from reading to writing, and again when an edit
 * came in between: whoever asked for it has seen no version and could do nothing about it.
 * @throws busy when the edits do not end, and what `change` throws
 */
export async function despiteEdits<Result>(change: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof EditedMeanwhile)) throw error;
      if (attempt === mostEdits) throw new AppError('busy', { cause: error });
    }
  }
}
