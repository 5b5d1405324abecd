/** The audit log in the table: entries, which are written once and never again. */
import {
  auditActionPartition,
  auditActorPartition,
  auditKey,
  auditPartition,
  auditSubjectPartition,
} from '../db/keys.ts';
import { type PageQuery, queryPage } from '../db/query.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { hanoiDay, iso } from '../shared/time.ts';
import { type AuditAction, type AuditEntry, type AuditQuery, auditCode } from './schema.ts';

/** What is told: what was done, to which id, and its facts; those that are undefined are left out. */
export type Audited = {
  action: AuditAction;
  subject: string;
  facts?: Record<string, string | number | boolean | undefined>;
};

/**
 * The part that enters who did what, when. It belongs in the transaction of what it tells. The time is the machine's clock, never that
 * of an import or a test: entries are sealed soon after they are written, so none may appear among old ones.
 * @throws TypeError for a name or a text, which is a bug of ours: an erasure must not have to change an entry
 */
export function auditPart(ctx: Ctx, { action, subject, facts = {} }: Audited): Part {
  const now = new Date();
  const id = newId('event', { now: () => now });
  const told = Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as AuditEntry['facts'];
  for (const text of [subject, ...Object.values(told)]) {
    if (typeof text === 'string' && !auditCode.test(text)) throw new TypeError(`“${text}” is no id and no code`);
  }
  const day = hanoiDay(now);
  const by = actorName(ctx);
  return putNew({
    ...auditKey(day, id),
    gsi1pk: auditActorPartition(by),
    gsi1sk: id,
    gsi2pk: auditSubjectPartition(subject),
    gsi2sk: id,
    gsi3pk: auditActionPartition(action),
    gsi3sk: id,
    ...{ id, day, at: iso(now), by, action, subject, facts: told },
  });
}

/** Who acts, as entries and deeds name them: the id of a person, or the name of what acts in the system. */
export function actorName({ actor }: Pick<Ctx, 'actor'>): string {
  if (actor.kind === 'person') return actor.id;
  return actor.kind === 'system' ? actor.name : 'anonymous';
}

/** A page of the entries that fit, newest first: of a day, or of all days where an actor, a subject or an action is named. @throws invalid_cursor */
export async function listEntries(ctx: Ctx, query: AuditQuery): Promise<Page<AuditEntry>> {
  const found = await queryPage(ctx, pageQueryOf(ctx, query));
  return found as unknown as Page<AuditEntry>;
}

/** The narrowest index is read; the rest is filtered. */
function pageQueryOf(ctx: Ctx, { actor, subject, action, day, limit, cursor }: AuditQuery): PageQuery {
  const rest = { by: actor, subject, action, day };
  const place = (() => {
    if (subject) return { index: 'gsi2', partition: auditSubjectPartition(subject), done: 'subject' } as const;
    if (actor) return { index: 'gsi1', partition: auditActorPartition(actor), done: 'by' } as const;
    // A day has fewer entries than an action in all the years.
    if (action && !day) return { index: 'gsi3', partition: auditActionPartition(action), done: 'action' } as const;
    return { partition: auditPartition(day ?? hanoiDay(ctx.now())), done: 'day' } as const;
  })();
  const { done, ...where } = place;
  const left = Object.entries(rest).filter(([name, value]) => value !== undefined && name !== done);
  const filter = left.length > 0 && {
    expression: left.map(([name]) => `#${name} = :${name}`).join(' AND '),
    names: Object.fromEntries(left.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(left.map(([name, value]) => [`:${name}`, value])),
  };
  // The cursor of one question is refused by another.
  const list = JSON.stringify([where.partition, left]);
  return { list, ...where, order: 'descending', limit, cursor, ...(filter && { filter }) };
}
