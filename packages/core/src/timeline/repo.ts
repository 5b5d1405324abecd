/** Events in the table: the part that appends one, and the pages that read them. */
import { eventKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { newId, type SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { iso } from '../shared/time.ts';
import type { EventType, TimelineEvent } from './schema.ts';

/** A part that appends an event: who, what, when, and the facts of it. Goes into the transaction of the change itself. */
export function eventPart(ctx: Ctx, subject: SubjectId, type: EventType, data: TimelineEvent['data'] = {}): Part {
  const at = ctx.now();
  const id = newId('event', ctx);
  const actor = ctx.actor.kind === 'person' ? { id: ctx.actor.id, name: ctx.actor.name } : null;
  return putNew({ ...eventKey(subject, id), id, type, at: iso(at), actor, data });
}

/** A page of a subject's events, newest first. */
export async function listEvents(
  ctx: Ctx,
  subject: SubjectId,
  query: { limit: number; cursor?: string; consistent?: boolean },
): Promise<Page<TimelineEvent>> {
  const partition = eventKey(subject, '').pk;
  const page = await queryPage(ctx, { list: partition, partition, order: 'descending', ...query });
  return page as unknown as Page<TimelineEvent>;
}
