/** Whose votes a decision set aside, in the table: one item each, by which it is told to them, undone and appealed. */
import { byPartition, setAsideKey, setAsidePartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew, StaleRead, setPart } from '../db/transact.ts';
import type { SetAside } from '../decision/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { DecisionId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { iso } from '../shared/time.ts';

/** A part that stores whose vote is set aside. @throws StaleRead when it is written and the same decision did so before */
export function newSetAsidePart(one: Pick<SetAside, 'decision' | 'person' | 'subject'>): Part {
  const { decision, person } = one;
  const listed = { gsi1pk: byPartition(person, 'decision'), gsi1sk: decision };
  const item = { ...setAsideKey(decision, person), ...listed, ...one, isBack: false, appeal: null };
  return putNew(item, () => new StaleRead());
}

/** Whether somebody asked for another look at their vote, and nobody has looked yet. */
export function isAppealOpen({ appeal }: Pick<SetAside, 'appeal'>): boolean {
  return appeal !== null && appeal.outcome === null;
}

/**
 * A part that stores that a vote is like all others again; with `reasons`, what came of its open appeal by that.
 * @throws StaleRead when it is written and the vote was back before, or its appeal was made or decided since
 */
export function backPart(ctx: Ctx, { decision, person, appeal }: SetAside, reasons?: string): Part {
  const decided = { outcome: 'overturn', reasons, decidedAt: iso(ctx.now()), complete: true };
  const isOpen = '#appeal.#outcome = :none';
  const condition = {
    expression: `isBack = :no AND ${reasons === undefined ? `(#appeal = :none OR NOT ${isOpen})` : isOpen}`,
    names: { '#appeal': 'appeal', '#outcome': 'outcome' },
    values: { ':no': false, ':none': null },
  };
  const fields = { isBack: true, ...(reasons !== undefined && { appeal: { ...appeal, ...decided } }) };
  return setPart(setAsideKey(decision, person), fields, condition, () => new StaleRead());
}

/** A page of those whose votes a decision set aside. Read strongly. @throws invalid_cursor */
export async function listSetAside(
  ctx: Ctx,
  decision: DecisionId,
  query: { limit: number; cursor?: string },
): Promise<Page<SetAside>> {
  const partition = setAsidePartition(decision);
  const page = await queryPage(ctx, { list: partition, partition, order: 'ascending', consistent: true, ...query });
  return { ...page, items: page.items as unknown as SetAside[] };
}
