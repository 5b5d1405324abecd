/** The queue as moderators see it: a page of it, and one item. */
import { findContents } from '../report/repo.ts';
import { type Content, isTheirsAlone, refOf, versionOf, writerOf } from '../report/rules.ts';
import { reportReasons } from '../report/schema.ts';
import { type Ctx, hasRole, type PersonActor, requirePerson } from '../shared/context.ts';
import type { Page } from '../shared/page.ts';
import { claimsOf, isLookedAt } from './access.ts';
import { findItems, listQueue, type StoredItem } from './repo.ts';
import { isInScope } from './rules.ts';
import type { ItemKind, ModerationItem } from './schema.ts';

type Query = { kind?: ItemKind; limit: number; cursor?: string };

/** So often the index is read for a page: only a moderator with a narrow scope in a queue of thousands gets a page that is not full. */
const mostRounds = 4;

/**
 * A page of what waits, the most pressing first, of what this moderator decides about; full, unless it is the last. Items and contents are
 * read strongly; only which there are comes from an index, so that an item may enter the queue a moment late, but none is shown after
 * it was decided.
 * @throws not_signed_in, invalid_cursor
 */
export async function getQueue(ctx: Ctx, query: Query): Promise<Page<ModerationItem>> {
  const scope = filterOf(requirePerson(ctx));
  const items: ModerationItem[] = [];
  let cursor = query.cursor;
  for (let round = 0; round < mostRounds; round++) {
    const page = await listQueue(ctx, { ...query, limit: query.limit - items.length, cursor, scope });
    const found = await findItems(ctx, page.items);
    const open = page.items.flatMap((id) => found.get(id) ?? []).filter(({ status }) => status === 'open');
    items.push(...(await shown(ctx, open)));
    cursor = page.nextCursor ?? undefined;
    if (!cursor || items.length === query.limit) break;
  }
  return { items, nextCursor: cursor ?? null };
}

/**
 * Items as moderators see them, without those whose content is gone or its author's alone, or outside of what the moderator decides about
 * by now.
 */
export async function shown(ctx: Ctx, items: readonly StoredItem[]): Promise<ModerationItem[]> {
  const [contents, claims] = await Promise.all([
    findContents(
      ctx,
      items.map(({ subject }) => subject),
    ),
    claimsOf(ctx, items),
  ]);
  return items.flatMap((item) => {
    const content = contents.get(item.subject);
    if (!content || !isLookedAt(item, content) || !isInScope(ctx.actor, content.card)) return [];
    return [itemOf({ ...item, claim: claims.get(item.id) ?? null }, content)];
  });
}

/** Most characters of a comment that stand in the queue. */
const excerptLength = 300;

/** An item with its content as moderators see it, also while that is hidden; without it where it is its author's alone. `claim` is one that holds. */
function itemOf(item: StoredItem, content: Content): ModerationItem {
  const { id, kind, status, reasons, rule, priority, openedAt, dueAt, order = null, claim, history } = item;
  const writer = writerOf(content);
  const isSeen = !isTheirsAlone(content);
  return {
    id,
    kind,
    status,
    subject: refOf(content, { isSeen }),
    excerpt: isSeen ? excerptOf(content) : '',
    reasons: reportReasons.flatMap((reason) => (reasons[reason] ? [{ reason, count: reasons[reason] }] : [])),
    rule,
    priority,
    openedAt,
    dueAt,
    order,
    claim: claim && { by: claim.by, until: claim.until },
    author: writer && { ...writer, ...history },
    version: versionOf(content),
  };
}

function excerptOf({ comment, card }: Content): string {
  return comment ? [...comment.body].slice(0, excerptLength).join('') : card.summary;
}

/** The items of a limited moderator; undefined for those who moderate everything. */
function filterOf(actor: PersonActor) {
  if (hasRole(actor, 'administrator') || !actor.scope) return undefined;
  const { programmes = [], wards = [] } = actor.scope;
  const entries = [...programmes.map((code) => ['programme', code]), ...wards.map((code) => ['ward', code])];
  if (entries.length === 0) return undefined;
  return {
    expression: entries.map(([name], index) => `#${name} = :s${index}`).join(' OR '),
    names: {
      ...(programmes.length > 0 && { '#programme': 'programme' }),
      ...(wards.length > 0 && { '#ward': 'ward' }),
    },
    values: Object.fromEntries(entries.map(([, code], index) => [`:s${index}`, code])),
  };
}
