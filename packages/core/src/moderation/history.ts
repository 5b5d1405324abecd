/** What is known of people where their content or their reports wait: authors' history, and what came of reports. */
import { byPartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { listDecisionsAbout } from '../decision/repo.ts';
import { countsAgainst } from '../decision/rules.ts';
import { findPerson } from '../person/repo.ts';
import { listReportsBy } from '../report/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import { type SubjectKind, subjectKinds } from '../subject/kinds.ts';
import { findItems } from './repo.ts';
import { levelOf, weightOfReporter } from './rules.ts';
import type { Level } from './schema.ts';

/** So many of the latest posts of each kind are looked at: enough to tell a newcomer from somebody known. */
const postsLookedAt = 5;
/** So many of the latest reports of a person are looked at: what somebody did years ago says little of today. */
const reportsLookedAt = 20;

/** So many of the latest decisions about a person are counted. */
const decisionsLookedAt = 50;

/** How far an author is trusted, and how many decisions there were against them. Read once, when an item is opened. */
export async function historyOf(ctx: Ctx, author: PersonId): Promise<{ level: Level; decisions: number }> {
  const kinds = [...subjectKinds, 'comment'] as const;
  const [person, latest, ...posts] = await Promise.all([
    findPerson(ctx, author),
    listDecisionsAbout(ctx, author, { limit: decisionsLookedAt }),
    ...kinds.map((kind) => countAccepted(ctx, author, kind)),
  ]);
  const age = person ? ctx.now().getTime() - Date.parse(person.createdAt) : 0;
  const decisions = latest.items.filter(countsAgainst).length;
  return { level: levelOf({ age, posts: posts.reduce((sum, count) => sum + count, 0), decisions }), decisions };
}

/** How many of a person's latest posts are public and stand. */
async function countAccepted(ctx: Ctx, author: PersonId, kind: SubjectKind | 'comment'): Promise<number> {
  const partition = byPartition(author, kind);
  const newest = { list: partition, index: 'gsi1', partition, order: 'descending', limit: postsLookedAt } as const;
  const { items } = await queryPage(ctx, { ...newest, fields: ['publishedAt'] });
  return items.filter((item) => kind === 'comment' || item.publishedAt).length;
}

/** How much a report of this person counts, per cent, by what came of their latest ones. */
export async function weightOfReports(ctx: Ctx, reporter: PersonId): Promise<number> {
  const { items } = await listReportsBy(ctx, reporter, { limit: reportsLookedAt });
  const found = await findItems(
    ctx,
    items.map(({ item }) => item),
  );
  const outcomes = [...found.values()].map(({ outcome }) => outcome);
  const count = (wanted: 'acted' | 'dismissed') => outcomes.filter((outcome) => outcome === wanted).length;
  return weightOfReporter({ acted: count('acted'), dismissed: count('dismissed') });
}
