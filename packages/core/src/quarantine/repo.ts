/** Whose votes a decision set aside, in the table: one item each, by which it is told to them, undone and appealed. */
import { byPartition, setAsideKey, setAsidePartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew, StaleRead, setPart } from '../db/transact.ts';
import type { SetAside } from '../decision/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { DecisionId, PersonId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';

/** A part that stores whose vote is set aside. @throws StaleRead when it is written and the same decision did so before */
export function newSetAsidePart(one: Pick<SetAside, 'decision' | 'person' | 'subject'>): Part {
  const { decision, person } = one;
  const listed = { gsi1pk: byPartition(person, 'decision'), gsi1sk: decision };
  const item = { ...setAsideKey(decision, person), ...listed, ...one, isBack: false, appeal: null };
  return putNew(item, () => new StaleRead());
}

/** A part that stores that a vote is like all others again. @throws StaleRead when it is written and it was before */
export function backPart(decision: DecisionId, person: PersonId): Part {
  const condition = { expression: 'isBack = :no', values: { ':no': false } };
  return setPart(setAsideKey(decision, person), { isBack: true }, condition, () => new StaleRead());
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
