/**
 * What waits for the demo's moderators: reports, first posts, what rules and moderators found, unusual votes, two appeals; and what they
 * merged.
 */

import { newChallengeSchema } from '@hanoi/core/challenge/schema';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { newCommentSchema } from '@hanoi/core/comment/schema';
import { postComment } from '@hanoi/core/comment/service';
import { setFlag } from '@hanoi/core/flag/service';
import { accountOf } from '@hanoi/core/identity/service';
import { appeal } from '@hanoi/core/moderation/appeal';
import { claimItem } from '@hanoi/core/moderation/claim';
import { decide } from '@hanoi/core/moderation/decide';
import { openByRule, openFirstPost, openFound } from '@hanoi/core/moderation/open';
import { recordOrder } from '@hanoi/core/moderation/order';
import { reportContent } from '@hanoi/core/moderation/report';
import { itemKinds, newDecisionSchema } from '@hanoi/core/moderation/schema';
import { newOrderSchema } from '@hanoi/core/order/schema';
import { actorOf } from '@hanoi/core/person/repo';
import { newReportSchema, reportReasonSchema } from '@hanoi/core/report/schema';
import { activateRules, getRules, saveRules } from '@hanoi/core/rule/lists';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { ChallengeId, ContentId } from '@hanoi/core/shared/ids';
import { after, hour, iso, minute } from '@hanoi/core/shared/time';
import { z } from '@hanoi/core/shared/zod';
import type { Cast } from './cast.ts';
import { demoIdentity, demoRoles } from './demo-people.ts';
import { loadMerge, mergeSchema } from './merge.ts';
import { system } from './people.ts';
import { loadVotes } from './votes.ts';
import { acting, daysBefore, pick } from './world.ts';

const report = z.object({ reason: reportReasonSchema, count: z.number(), note: z.string().default('') });
const found = z.object({
  kind: z.enum(itemKinds),
  reason: reportReasonSchema,
  note: z.string(),
  rule: z.object({ id: z.string(), words: z.array(z.string()) }).optional(),
  /** The key of a challenge that it is like. */
  like: z.string().optional(),
});
const order = z.object({
  number: z.string(),
  issuer: z.string(),
  demands: z.string(),
  term: z.string(),
  hoursAgo: z.number(),
});
const matter = {
  claimed: z.boolean().default(false),
  reports: z.array(report).default([]),
  found: found.optional(),
  order: order.optional(),
};
const said = { key: z.string(), on: z.string(), daysAgo: z.number(), body: z.string() };
const contentSchema = z.object({
  comments: z.array(z.object({ ...said, ...matter })),
  subjects: z.array(z.object({ on: z.string(), ...matter })),
  firstPosts: z.array(z.looseObject({ key: z.string(), name: z.string() })),
  merges: z.array(mergeSchema),
  /** Comments of new accounts: held by a rule, or with a number that is masked. */
  newcomers: z.array(z.object({ ...said, name: z.string() })),
  /** Lines that a version of the rules adds to the one before; the last is in force. */
  lists: z.array(z.object({ lines: z.string(), reason: z.string() })),
  appeals: z.array(z.object({ ...said, reason: reportReasonSchema, facts: z.string(), text: z.string() })),
});
type Content = z.output<typeof contentSchema>;
type Matter = Pick<Content['comments'][number], 'claimed' | 'reports' | 'found' | 'order'>;

/** Loads the queue: the challenges of the demo are there, by their keys. */
export async function loadModeration(cast: Cast, challenges: ReadonlyMap<string, ChallengeId>): Promise<void> {
  const { default: file } = await import('./content/moderation.json', { with: { type: 'json' } });
  const content = contentSchema.parse(file);
  await loadLists(cast, content.lists);
  for (const comment of content.comments) {
    const { id, at } = await say(cast, challenges, comment);
    await loadMatter(cast, challenges, id, comment.key, at, comment);
  }
  await loadNewcomers(cast, challenges, content);
  for (const { on, ...seed } of content.subjects)
    await loadMatter(cast, challenges, challenges.get(on)!, on, daysBefore(cast.now, 1, `${on} reported`), seed);
  await loadFirstPosts(cast, content.firstPosts);
  for (const one of content.appeals) await loadAppeal(cast, challenges, one);
  for (const one of content.merges) await loadMerge(cast, challenges, one);
  await loadVotes(cast, challenges, holder(cast, 'administrator'));
}

/** People without a role, who write what is reported, and report it. */
const plainPeople = 160;

export function someone({ people }: Cast, key: string): PersonActor {
  return pick(people.slice(plainPeople), key);
}

export function holder({ people }: Cast, role: 'moderator' | 'administrator'): PersonActor {
  const [number] = demoRoles.find(([, given]) => given === role)!;
  return { ...people[number]!, roles: [role] };
}

async function say(
  cast: Cast,
  challenges: ReadonlyMap<string, ChallengeId>,
  { key, on, daysAgo, body }: Pick<Content['comments'][number], 'key' | 'on' | 'daysAgo' | 'body'>,
) {
  const at = daysBefore(cast.now, daysAgo, key);
  const author = someone(cast, `${key} author`);
  const { id } = await sayAs(cast, author, challenges.get(on)!, { key, body, at });
  return { id, at, author };
}

/** A comment; what is reported of it is in it, so nothing is masked. */
async function sayAs(
  cast: Cast,
  author: PersonActor,
  on: ChallengeId,
  { key, body, at, masks = false }: { key: string; body: string; at: Date; masks?: boolean },
) {
  const input = newCommentSchema.parse({ body, personalData: masks ? 'mask' : 'keep' });
  const comment = await postComment(acting(cast.db, author, at, `${key} said`), on, input);
  // The stream would do so too, but nobody knows when: then two runs would differ.
  await openByRule(acting(cast.db, system, after(at, minute), `${key} judged`), comment.id);
  return comment;
}

/** Versions of the content rules: each adds some lines to the one before. */
async function loadLists(cast: Cast, lists: Content['lists']): Promise<void> {
  const administrator = holder(cast, 'administrator');
  let { version: base, text, settings } = await getRules(acting(cast.db, administrator, cast.now, 'rules'), 0);
  for (const [number, { lines, reason }] of lists.entries()) {
    const ctx = acting(
      cast.db,
      administrator,
      daysBefore(cast.now, 20 - 5 * number, `rules ${number}`),
      `rules ${number}`,
    );
    text = `${text}\n${lines}`;
    base = (await saveRules(ctx, { base, text, settings, reason })).version;
    await activateRules(ctx, base);
  }
}

/** People who have just come: what a rule finds in their comments waits, and numbers are masked. */
async function loadNewcomers(
  cast: Cast,
  challenges: ReadonlyMap<string, ChallengeId>,
  { newcomers, firstPosts }: Content,
): Promise<void> {
  for (const [number, { key, name, on, daysAgo, body }] of newcomers.entries()) {
    const at = daysBefore(cast.now, daysAgo, key);
    const identity = { ...demoIdentity(cast.people.length + firstPosts.length + number), name };
    const person = await accountOf(acting(cast.db, system, at, `${key} person`), { ...identity, assurance: 'email' });
    await sayAs(cast, actorOf(person), challenges.get(on)!, { key, body, at, masks: true });
  }
}

/** Reports of content, each by somebody else within some hours; or what else brought it into the queue. */
async function loadMatter(
  cast: Cast,
  challenges: ReadonlyMap<string, ChallengeId>,
  id: ContentId,
  key: string,
  at: Date,
  { claimed, reports, found, order }: Matter,
): Promise<void> {
  const author = someone(cast, `${key} author`);
  const others = cast.people.slice(plainPeople).filter((person) => person.id !== author.id);
  const readers = others.slice(key.length, key.length + 10);
  let reported = 0;
  for (const { reason, count, note } of reports) {
    for (let number = 0; number < count; number++, reported++) {
      const ctx = acting(cast.db, readers[reported]!, after(at, (reported + 1) * 20 * minute), `${key} ${reported}`);
      await reportContent(ctx, id, newReportSchema.parse({ reason, note: number === 0 ? note : '' }));
    }
  }
  if (claimed) {
    const item = await openFound(acting(cast.db, system, cast.now, `${key} open`), 'report', id);
    await claimItem(acting(cast.db, holder(cast, 'administrator'), cast.now, `${key} claim`), item);
  }
  if (order) {
    const { hoursAgo, ...given } = order;
    const receivedAt = iso(after(cast.now, -hoursAgo * hour));
    const ctx = acting(cast.db, holder(cast, 'administrator'), cast.now, `${key} order`);
    await recordOrder(ctx, newOrderSchema.parse({ ...given, subject: id, receivedAt }));
  }
  if (!found) return;
  const { kind, reason, note, rule, like } = found;
  const ctx = acting(cast.db, system, after(at, minute), `${key} found`);
  await openFound(ctx, kind, id, {
    reasons: { [reason]: 1 },
    note,
    rule: rule ?? null,
    like: like ? challenges.get(like) : undefined,
  });
}

/** First posts wait while the switch says so. It is off again at the end, as an operator has not set it. */
async function loadFirstPosts(cast: Cast, posts: Content['firstPosts']): Promise<void> {
  const operator = (key: string) => acting(cast.db, system, cast.now, key);
  await setFlag(operator('review on'), 'review', true);
  for (const [number, { key, name, ...post }] of posts.entries()) {
    const at = daysBefore(cast.now, 1, key);
    const identity = { ...demoIdentity(cast.people.length + number), name };
    const person = await accountOf(acting(cast.db, system, at, `${key} person`), { ...identity, assurance: 'email' });
    const { id } = await raiseChallenge(acting(cast.db, actorOf(person), at, key), newChallengeSchema.parse(post));
    // The stream would do so too, but nobody knows when: then two runs would differ.
    await openFirstPost(acting(cast.db, system, at, `${key} waits`), id);
  }
  await setFlag(operator('review off'), 'review', false);
}

/** A comment that the administrator hid and its author asks about: for the moderator, whom `/dev` offers. */
async function loadAppeal(
  cast: Cast,
  challenges: ReadonlyMap<string, ChallengeId>,
  seed: Content['appeals'][number],
): Promise<void> {
  const { key, reason, facts, text } = seed;
  const { id, at, author } = await say(cast, challenges, seed);
  const found = acting(cast.db, system, after(at, hour), `${key} found`);
  const item = await openFound(found, 'moderator', id, { reasons: { [reason]: 1 } });
  const hide = newDecisionSchema.parse({ action: 'hide', reason, note: facts });
  const administrator = holder(cast, 'administrator');
  const decision = await decide(acting(cast.db, administrator, after(at, 2 * hour), `${key} hidden`), item, hide);
  await appeal(acting(cast.db, author, after(at, 26 * hour), `${key} appeal`), decision.id, text);
}
