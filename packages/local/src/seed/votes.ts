/** Votes that look as if one hand had cast them: one challenge where they wait for the demo's moderators, one where they were set aside. */
import { projectCounters } from '@hanoi/core/card/projection';
import { accountOf } from '@hanoi/core/identity/service';
import { decide } from '@hanoi/core/moderation/decide';
import { newDecisionSchema } from '@hanoi/core/moderation/schema';
import { votesStep, watchVotes } from '@hanoi/core/moderation/votes';
import { actorOf } from '@hanoi/core/person/repo';
import type { Step } from '@hanoi/core/quarantine/service';
import type { PersonActor } from '@hanoi/core/shared/context';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { after, day, hour, minute } from '@hanoi/core/shared/time';
import { supportSubject } from '@hanoi/core/support/service';
import type { Cast } from './cast.ts';
import { demoIdentity } from './demo-people.ts';
import { system } from './people.ts';
import { acting, chance } from './world.ts';

/** Accounts made to vote: so many, in so many minutes. */
const farm = { accounts: 26, minutes: 40 };
/** Behind the identities of the cast and of first posts. */
const firstIdentity = 5_000;

/** Loads both. The challenges of the demo are there, by their keys; `administrator` decides. */
export async function loadVotes(
  cast: Cast,
  challenges: ReadonlyMap<string, ChallengeId>,
  administrator: PersonActor,
): Promise<void> {
  const past = after(cast.now, -4 * day);
  const decided = challenges.get('cho-nghi-tai-xe-cong-nghe')!;
  const item = await loadFarm(cast, decided, past, 0);
  const at = after(past, 2 * hour);
  const input = newDecisionSchema.parse({
    action: 'quarantine',
    reason: 'other',
    note: '26 tài khoản lập trong cùng một giờ, không làm gì khác ngoài ủng hộ nội dung này.',
    groups: ['A'],
    evidence: 1,
  });
  const { id: decision } = await decide(acting(cast.db, administrator, at, 'votes decided'), item, input);
  const worker = acting(cast.db, system, at, 'votes set aside');
  for (let step: Step | undefined = { decision }; step; ) step = await votesStep(worker, step);
  await projectCounters(worker, [decided]);
  await loadFarm(cast, challenges.get('may-dat-tien-mo-cho-xuong-nho')!, after(cast.now, -hour), farm.accounts);
}

/** Votes of some of the city's people, and of accounts of one network that were made for it; and the item that they open. */
async function loadFarm({ db, people }: Cast, challenge: ChallengeId, until: Date, from: number) {
  for (const [index, person] of people.slice(200, 214).entries()) {
    const at = after(until, -(index + 1) * 80 * minute);
    await supportSubject(
      acting(db, person, at, `${challenge} vote ${index}`),
      challenge,
      `2001:db8:${from + index}::1`,
    );
  }
  for (let number = from; number < from + farm.accounts; number++) {
    const key = `farm ${number}`;
    const made = after(until, (chance(key) - 1) * farm.minutes * minute - 5 * minute);
    const identity = {
      ...demoIdentity(firstIdentity + number),
      name: `Người dùng ${number + 1}`,
      assurance: 'email',
    } as const;
    const person = await accountOf(acting(db, system, made, key), identity);
    const ctx = acting(db, actorOf(person), after(made, 2 * minute), `${key} votes`);
    await supportSubject(ctx, challenge, `203.0.113.${number + 1}`);
  }
  const ctx = acting(db, system, until, `${challenge} watched`);
  await projectCounters(ctx, [challenge]);
  const item = await watchVotes(ctx, challenge);
  if (!item) throw new Error(`The votes for ${challenge} look like those of people.`);
  return item;
}
