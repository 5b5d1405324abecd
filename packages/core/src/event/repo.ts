/** Events in the table: the part that appends one, and the pages that read them. */
import { eventKey, type Item, publishedPartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Actor, Ctx } from '../shared/context.ts';
import { newId, type SubjectId, timeOfId } from '../shared/ids.ts';
import type { OrganisationRef } from '../shared/membership.ts';
import type { Page } from '../shared/page.ts';
import { iso, minute } from '../shared/time.ts';
import type { EditEvent, EditedField, EventData, EventType, TimelineEvent } from './schema.ts';

/** In whose name moderators act in public: none of them is ever named. */
export const moderators: Actor = { kind: 'system', name: 'moderation' };

/**
 * A part that appends an event: who did it and for which organisation, what, when, and its facts. It belongs in the
 * transaction of the change itself.
 */
export function eventPart<Type extends EventType>(
  ctx: Ctx,
  subject: SubjectId,
  type: Type,
  data: EventData<Type>,
  organisation: OrganisationRef | null,
): Part {
  return putNew(eventItem(ctx, subject, type, data, organisation));
}

/** Edits of one subject by one person within so long are one event. */
const oneEdit = minute;
/** Newest events that are looked through for it. */
const lookedThrough = 10;

/**
 * The part that tells of an edit. Somebody who edits a subject again within a minute adds to the event of before, which
 * then names all fields they edited: hundreds of edits are not hundreds of events for ever.
 */
export async function editedPart(
  ctx: Ctx,
  subject: SubjectId,
  type: EditEvent,
  fields: readonly EditedField[],
  organisation: OrganisationRef | null,
): Promise<Part> {
  const edited = new Set(fields);
  const item = eventItem(ctx, subject, type, {}, organisation);
  const { items } = await listEvents(ctx, subject, { limit: lookedThrough, consistent: true });
  const since = ctx.now().getTime() - oneEdit;
  const before = items.find((event) => event.type === type && event.actor?.id === item.actor?.id);
  if (!before || timeOfId(before.id) <= since) return putNew({ ...item, edited });
  return {
    write: {
      Update: {
        TableName: '',
        Key: eventKey(subject, before.id),
        UpdateExpression: 'ADD edited :fields',
        ExpressionAttributeValues: { ':fields': edited },
      },
    },
  };
}

/** A part that appends the event of a publication, which also enters the index that scans of all subjects read. */
export function publicationPart<Type extends EventType>(
  ctx: Ctx,
  subject: SubjectId,
  type: Type,
  data: EventData<Type>,
  organisation: OrganisationRef | null,
): Part {
  const register = { gsi1pk: publishedPartition(ctx.now().getUTCFullYear()), gsi1sk: subject };
  return putNew({ ...eventItem(ctx, subject, type, data, organisation), ...register });
}

function eventItem(ctx: Ctx, subject: SubjectId, type: EventType, data: object, organisation: OrganisationRef | null) {
  const id = newId('event', ctx);
  const actor = ctx.actor.kind === 'person' ? { id: ctx.actor.id, name: ctx.actor.name } : null;
  const byModerators = ctx.actor === moderators && { moderators: true };
  return { ...eventKey(subject, id), id, type, at: iso(ctx.now()), actor, ...byModerators, organisation, data };
}

/** A page of what became public in a year, newest first. */
export async function listPublished(
  ctx: Ctx,
  year: number,
  query: { limit: number; cursor?: string },
): Promise<Page<SubjectId>> {
  const partition = publishedPartition(year);
  const page = await queryPage(ctx, {
    list: partition,
    index: 'gsi1',
    partition,
    order: 'descending',
    fields: [],
    ...query,
  });
  return { ...page, items: page.items.map((item) => item.gsi1sk as SubjectId) };
}

/** A page of a subject's events, newest first. */
export async function listEvents(
  ctx: Ctx,
  subject: SubjectId,
  query: { limit: number; cursor?: string; consistent?: boolean },
): Promise<Page<TimelineEvent>> {
  const partition = eventKey(subject, '').pk;
  const page = await queryPage(ctx, { list: partition, partition, order: 'descending', ...query });
  return { ...page, items: page.items.map(shown) };
}

/** A stored event as it is told. The fields of edits are a set, to which later edits add; in older events they are a list. */
function shown(item: Item): TimelineEvent {
  const { edited, data, ...event } = item as Item & { edited?: Set<string>; data: object };
  return { ...event, data: edited ? { fields: [...edited].toSorted() } : data } as unknown as TimelineEvent;
}
