/** What a version of the content rules would have caught last month: some hundreds of the public posts at a time. */
import { isPublic } from '../card/status.ts';
import { cardOf } from '../card/stored.ts';
import type { StoredComment } from '../comment/repo.ts';
import { getItems, getTogether } from '../db/get.ts';
import { bodyKey, changedPartition, changeShardCount, type Item } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { findContents } from '../report/repo.ts';
import { isContentId, refOf } from '../report/rules.ts';
import { findVersion } from '../rule/repo.ts';
import type { RulesPreview } from '../rule/schema.ts';
import { compareLists, readList, rulesInForce } from '../rule/service.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { type ContentId, isSubjectId, type SubjectId } from '../shared/ids.ts';
import { after, day, iso } from '../shared/time.ts';

const lookedBack = 30 * day;
/** So many changed things are read in a step: their posts are matched within a second or two. */
const readTogether = 400;

type Text = { id: ContentId; text: string };

/**
 * What a version finds in public posts of the last 30 days, and in how many of them the list in force does. A step looks at some hundreds, in
 * no order that means anything; its cursor continues with others.
 * @throws not_signed_in, not_allowed, rules_version_not_found, invalid_cursor
 */
export async function previewRules(ctx: Ctx, version: number, cursor?: string): Promise<RulesPreview> {
  if (!hasRole(requirePerson(ctx), 'administrator')) throw new AppError('not_allowed');
  if (version > 0 && !(await findVersion(ctx, version))) throw new AppError('rules_version_not_found');
  const since = iso(after(ctx.now(), -lookedBack));
  const [{ texts, nextCursor }, list, { list: now }] = await Promise.all([
    textsSince(ctx, since, cursor),
    readList(ctx, version),
    rulesInForce(ctx),
  ]);
  const { texts: looked, caught, caughtNow, rules } = await compareLists(list, now, texts);
  const examples = [...new Set(rules.flatMap((rule) => rule.examples.map(({ id }) => id as ContentId)))];
  const contents = await findContents(ctx, examples);
  const told = rules.map((rule) => ({
    ...rule,
    examples: rule.examples.flatMap(({ id, words }) => {
      const content = contents.get(id as ContentId);
      return content ? [{ id, words, path: refOf(content).path }] : [];
    }),
  }));
  return { version, since, looked, caught, caughtNow, rules: told, nextCursor };
}

/** Public texts that are newer than `since`, from the cursor on: the shards of the index of changes one after the other. */
async function textsSince(ctx: Ctx, since: string, cursor = '0.') {
  const [, first = '', rest] = /^([0-7])\.(.*)$/s.exec(cursor) ?? [];
  if (rest === undefined) throw new AppError('invalid_cursor');
  const texts: Text[] = [];
  let left = readTogether;
  let inShard: string | undefined = rest || undefined;
  for (let shard = Number(first); shard < changeShardCount; shard++) {
    const partition = changedPartition(shard);
    const query = { list: partition, index: 'gsi3', partition, from: since, order: 'ascending' } as const;
    const page = await queryPage(ctx, { ...query, limit: left, cursor: inShard });
    texts.push(...(await textsOf(ctx, page.items, since)));
    left -= page.items.length;
    if (page.nextCursor) return { texts, nextCursor: `${shard}.${page.nextCursor}` };
    if (left <= 0 && shard + 1 < changeShardCount) return { texts, nextCursor: `${shard + 1}.` };
    inShard = undefined;
  }
  return { texts, nextCursor: null };
}

/** What stands in them for everybody to read; the texts of subjects are read with them. */
async function textsOf(ctx: Ctx, items: readonly Item[], since: string): Promise<Text[]> {
  const shown = items.filter((item) => isContentId(item.pk) && isShownSince(item, since));
  const subjects = shown.map(({ pk }) => pk).filter(isSubjectId);
  const bodies = await bodiesOf(ctx, subjects);
  return shown.map((item) => {
    const { title, summary, body } = item as Item & Record<'title' | 'summary' | 'body', string | undefined>;
    const words = isSubjectId(item.pk) ? [title, summary, bodies.get(item.pk)] : [body];
    return { id: item.pk as ContentId, text: words.filter(Boolean).join('\n\n') };
  });
}

function isShownSince(item: Item, since: string): boolean {
  if (!isSubjectId(item.pk)) {
    const { status, createdAt } = item as unknown as StoredComment;
    return status === 'visible' && createdAt >= since;
  }
  const card = cardOf(item);
  return isPublic(card) && card.publishedAt! >= since;
}

async function bodiesOf(ctx: Ctx, ids: readonly SubjectId[]): Promise<Map<string, string>> {
  const bodies = new Map<string, string>();
  for (let start = 0; start < ids.length; start += getTogether) {
    const items = await getItems(ctx, ids.slice(start, start + getTogether).map(bodyKey));
    for (const item of items) if (item) bodies.set(item.pk, String(item.body));
  }
  return bodies;
}
