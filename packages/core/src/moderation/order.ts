/** Recording an authority's demand: it opens an item that is due by the hour the law or the document names. */
import { auditPart } from '../audit/repo.ts';
import { once } from '../db/idempotency.ts';
import { transact } from '../db/transact.ts';
import { dueBy } from '../order/rules.ts';
import type { NewOrder } from '../order/schema.ts';
import { findContent } from '../report/repo.ts';
import { contentIdIn } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';
import { hasCome, iso } from '../shared/time.ts';
import { assertMayOpen, isThere, newItem, openedParts } from './open.ts';
import { shown } from './queue.ts';
import { findItem } from './repo.ts';
import type { ModerationItem } from './schema.ts';

/**
 * Records a demand about content, for moderators to decide. Each is an item of its own, also where another about the same is open.
 * @throws not_signed_in, not_allowed, not_found, own_content, outside_scope, invalid_input, idempotency_key_reused
 */
export async function recordOrder(ctx: Ctx, input: NewOrder): Promise<ModerationItem> {
  const actor = requirePerson(ctx);
  if (!hasRole(actor, 'moderator', 'administrator')) throw new AppError('not_allowed');
  const id = contentIdIn(input.subject);
  const content = id && (await findContent(ctx, id));
  if (!content || !isThere(actor, content)) throw new AppError('not_found');
  assertMayOpen(actor, content);
  const dueAt = dueOf(ctx, input);
  const { number, issuer, receivedAt, term = null, demands } = input;
  const item = newId('item', ctx);
  const made = await once(ctx, 'recordOrder', input, item, async (claim) => {
    const order = { number, issuer, receivedAt, term, demands };
    const opened = await newItem(ctx, 'order', content, { reasons: { illegal: 1 }, dueAt, order });
    const facts = { content: content.id, due: dueAt, term: term ?? undefined };
    const told = auditPart(ctx, { action: 'order_recorded', subject: item, facts });
    await transact(ctx, [...claim, ...openedParts({ ...opened, id: item }, content), told]);
  });
  const [answered] = await shown(ctx, [(await findItem(ctx, made))!]);
  return answered!;
}

/** When it is due. @throws invalid_input for a time that is still to come, a term not in force then, an end before it came */
function dueOf(ctx: Ctx, { receivedAt, term, dueAt }: NewOrder): string {
  if (!hasCome(receivedAt, ctx.now())) throw invalid('/receivedAt', 'received_ahead');
  const due = term === undefined ? new Date(dueAt!) : dueBy(term, new Date(receivedAt));
  if (!due) throw invalid('/term', 'term_unknown');
  if (hasCome(iso(due), new Date(receivedAt))) throw invalid('/dueAt', 'due_before_received');
  return iso(due);
}

function invalid(path: string, code: string): AppError {
  return new AppError('invalid_input', { fields: [{ path, code, message: '' }] });
}
