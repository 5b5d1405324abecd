/**
 * What decisions do: which are possible, the writes of each, and those that undo one. Whoever decides puts them in one
 * transaction with the decision, and reads and writes again while `despiteEdits` says so.
 */
import { findWhole } from '../card/repo.ts';
import { findPerson } from '../person/repo.ts';
import { type Content, isAccountId } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { Gaps, Matter } from './content.ts';
import type { Done, Undone, Wanted } from './effect/effect.ts';
import { nothingToUndo } from './effect/effect.ts';
import { type EffectAction, effects } from './effect/list.ts';
import type { StoredDecision } from './repo.ts';
import { accountActions } from './schema.ts';

export type { EffectAction, Matter };

/** Reads all that a decision about content depends on: its body, and the account of its author. Read strongly. */
export async function matterOf(ctx: Ctx, content: Content): Promise<Matter> {
  const { card, comment } = content;
  const writer = comment ? comment.author : card.author;
  const [whole, author] = await Promise.all([
    comment || isAccountId(content.id) ? undefined : findWhole(ctx, card.id, { consistent: true }),
    writer ? findPerson(ctx, writer.id) : undefined,
  ]);
  // Card and body as they were read together.
  const read = whole ? { ...content, card: whole.card } : content;
  return { content: read, body: whole?.body as Matter['body'] & Gaps, author };
}

/** What can be decided about it now. */
export function possibleActions(ctx: Ctx, matter: Matter): EffectAction[] {
  const names = Object.keys(effects) as EffectAction[];
  return names.filter((name) => isPossible(ctx, name, matter));
}

/** What is decided about an account. */
const aboutAccounts: readonly EffectAction[] = accountActions;

function isPossible(ctx: Ctx, action: EffectAction, matter: Matter): boolean {
  if (isAccountId(matter.content.id) && !aboutAccounts.includes(action)) return false;
  return effects[action].isPossible(matter, ctx.now());
}

/**
 * The writes of a decision's effect, and what has to be kept with the decision.
 * @throws action_not_possible, passage_missing, invalid_input, programme_restricted, programme_retired; `EditedMeanwhile` when they are written
 */
export async function effectOf(ctx: Ctx, action: EffectAction, matter: Matter, wanted: Wanted): Promise<Done> {
  if (!isPossible(ctx, action, matter)) throw new AppError('action_not_possible');
  return effects[action].parts(ctx, matter, wanted);
}

/** The writes that undo what a decision did, as far as something is left to undo. @throws as `effectOf` */
export async function undoOf(ctx: Ctx, decision: StoredDecision, matter: Matter): Promise<Undone> {
  const effect = effects[decision.action as EffectAction];
  return (await effect?.undo?.(ctx, matter, decision)) ?? nothingToUndo;
}
