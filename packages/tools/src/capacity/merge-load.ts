/**
 * What a merge of two challenges with thousands of supporters takes: preview, decision, what follows, people who move their support or come
 * anew meanwhile, and the undoing, after which each vote is where it was. `npm run capacity -- --merge 10000`.
 */
import { projectCounters } from '@hanoi/core/card/projection';
import { voteShards } from '@hanoi/core/db/keys';
import { followMerge, type MergePlace } from '@hanoi/core/merge/follow';
import { answerMerge } from '@hanoi/core/merge/service';
import { decide } from '@hanoi/core/moderation/decide';
import { previewMerge } from '@hanoi/core/moderation/merge';
import { openItem } from '@hanoi/core/moderation/open';
import { newDecisionSchema, newItemSchema } from '@hanoi/core/moderation/schema';
import { recountSubject } from '@hanoi/core/repair/service';
import type { Ctx } from '@hanoi/core/shared/context';
import type { ChallengeId, DecisionId, ItemId } from '@hanoi/core/shared/ids';
import { listVoters } from '@hanoi/core/support/repo';
import { supportSubject } from '@hanoi/core/support/service';
import { sumTally } from '@hanoi/core/tally/repo';
import { makePublicChallenge } from '@hanoi/core/testing/challenge';
import { makeActor } from '@hanoi/core/testing/context';
import pMap from 'p-map';
import type { Cost } from './meter.ts';
import type { Network } from './network.ts';

const sideBySide = 16;

/** Of those of each side, the part that supports both; of those of the merged side, the part that moves its support; as many come anew. */
const parts = { both: 0.2, moved: 0.1, fresh: 0.05 } as const;

/** Runs it with so many supporters on each side; resolves to a table in Markdown. @throws Error where a count or a vote is not what it must be */
export async function mergeLoad({ ctx, meter }: Network, supporters: number): Promise<string> {
  const as = (): Ctx => ({ ...ctx, actor: makeActor() });
  const moderator: Ctx = { ...ctx, actor: makeActor({ roles: ['moderator'] }) };
  const [from, into] = [(await makePublicChallenge(as())).id, (await makePublicChallenge(as())).id];
  const rows: string[] = [];
  const measured = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    let result: Result | undefined;
    const cost = await meter.costOf(async () => {
      result = await work();
    });
    rows.push(rowOf(name, performance.now() - started, cost));
    return result as Result;
  };
  const support = (people: readonly Ctx[], id: ChallengeId) =>
    pMap(people, (person) => supportSubject(person, id), { concurrency: sideBySide });

  const both = Array.from({ length: supporters * parts.both }, as);
  const alone = () => Array.from({ length: supporters - both.length }, as);
  const [atFrom, atInto] = [alone(), alone()];
  await support([...both, ...atFrom], from);
  await support([...both, ...atInto], into);
  await projectCounters(ctx, [from, into]);
  const before = { from: await votersOf(ctx, from), into: await votersOf(ctx, into) };

  const open = async () =>
    (await openItem(moderator, newItemSchema.parse({ subject: from, reason: 'duplicate' }))).item.id;
  const wanted = (action: object) =>
    newDecisionSchema.parse({ reason: 'duplicate', note: 'Cùng một ngã tư', ...action });
  const item = await open();
  const preview = await measured('preview', () => previewMerge(moderator, item as ItemId, into));
  const { id: decision } = await measured('merge, the decision', () =>
    decide(moderator, item as ItemId, wanted({ action: 'merge', into })),
  );
  const asked = await measured('what follows', () => follow(ctx, { subject: from, decision }));
  const moving = atFrom.slice(0, supporters * parts.moved);
  await measured(`${moving.length} move their support`, () =>
    pMap(moving, (person) => answerMerge(person, from, { move: true }), { concurrency: sideBySide }),
  );
  const fresh = Array.from({ length: supporters * parts.fresh }, as);
  await support(fresh, into);
  const counted = [await sumTally(ctx, from), await sumTally(ctx, into)].map((tally) => tally.support);
  mustBe('counts while merged', counted, [supporters - moving.length, supporters + moving.length + fresh.length]);
  await mustBeExact(ctx, from, into);

  const again = await open();
  await measured('undo, the decision', () => decide(moderator, again as ItemId, wanted({ action: 'unmerge' })));
  const undone = await measured('what follows', () => follow(ctx, { subject: from, decision: decision as DecisionId }));
  mustBe('votes of the merged one', await votersOf(ctx, from), before.from);
  const came = fresh.map(({ actor }) => (actor as { id: string }).id);
  mustBe('votes of the other one', await votersOf(ctx, into), [...before.into, ...came].toSorted());
  await mustBeExact(ctx, from, into);
  const head = `${supporters} supporters on each side, ${both.length} of them on both, ${fresh.length} more while merged`;
  const told = `preview: ${JSON.stringify(preview.both)} support both; steps: ${asked} and ${undone}`;
  return `${head}; ${told}\n\n| what | seconds | RCU | WCU | calls |\n| --- | ---: | ---: | ---: | ---: |\n${rows.join('\n')}`;
}

function rowOf(name: string, ms: number, { rcu, wcu, calls }: Cost): string {
  return `| ${[name, (ms / 1_000).toFixed(2), ...[rcu, wcu, calls].map((number) => number.toLocaleString('en'))].join(' | ')} |`;
}

/** Does what follows, as the queue does; resolves to how many steps that took. */
async function follow(ctx: Ctx, first: MergePlace): Promise<number> {
  let steps = 0;
  for (let place: MergePlace | undefined = first; place; steps++) place = await followMerge(ctx, place);
  return steps;
}

async function votersOf(ctx: Ctx, subject: ChallengeId): Promise<string[]> {
  const voters: string[] = [];
  for (let shard = 0; shard < voteShards; shard++) {
    let cursor: string | undefined;
    do {
      const page = await listVoters(ctx, subject, shard, { limit: 1_000, cursor });
      voters.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }
  return voters.toSorted();
}

async function mustBeExact(ctx: Ctx, ...subjects: ChallengeId[]): Promise<void> {
  for (const subject of subjects) mustBe(`recount of ${subject}`, await recountSubject(ctx, subject), []);
}

function mustBe(name: string, is: unknown, expected: unknown): void {
  if (JSON.stringify(is) !== JSON.stringify(expected)) throw new Error(`${name}: not what it must be`);
}
