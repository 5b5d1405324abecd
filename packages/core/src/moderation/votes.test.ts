/** Votes that look as if one hand had cast them: flagged, set aside, counted again; exact whatever happens at once and wherever it stops. */
import { beforeAll, describe, expect, it } from 'vitest';
import { projectCounters } from '../card/projection.ts';
import { closeChallenge, getChallenge } from '../challenge/service.ts';
import { findDecision } from '../decision/repo.ts';
import { findEvidence, keptDays, listSeenVotes, membersOf } from '../evidence/repo.ts';
import { listMySubjects } from '../mine/service.ts';
import type { Step } from '../quarantine/service.ts';
import { recountSubject } from '../repair/service.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import type { ChallengeId, DecisionId, ItemId } from '../shared/ids.ts';
import { after, day, hour } from '../shared/time.ts';
import { supportSubject, unsupportSubject } from '../support/service.ts';
import { sumTally } from '../tally/repo.ts';
import { trendOf } from '../tally/rules.ts';
import { makePublicChallenge } from '../testing/challenge.ts';
import { makeCtx } from '../testing/context.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { listTimeline } from '../timeline/service.ts';
import { getViewer } from '../viewer/service.ts';
import { appeal, getDecision, listMyDecisions } from './appeal.ts';
import { claimItem } from './claim.ts';
import { openItem } from './open.ts';
import { getQueue } from './queue.ts';
import { findOpen, findOpenAppeal } from './repo.ts';
import { newItemSchema } from './schema.ts';
import { getItem } from './service.ts';
import { decideAs, moderator, sayOn, someone } from './testing-moderation.ts';
import { votesStep, watchVotes } from './votes.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });
let lan: Ctx;
let minh: Ctx;
let author: Ctx;
beforeAll(async () => {
  [lan, minh, author] = await Promise.all([moderator(table), moderator(table), someone(table)]);
});

const personOf = ({ actor }: Ctx) => (actor as PersonActor).id;
const supportOf = async (id: ChallengeId) => (await sumTally(system, id)).support;
const codeOf = async (action: Promise<unknown>) => (await outcomesOf([action]))[0];

/** People whose accounts are new, who vote from one network. */
async function votesFrom(id: ChallengeId, count: number, network: string): Promise<Ctx[]> {
  const people = await Promise.all(Array.from({ length: count }, () => someone(table)));
  await Promise.all(people.map((person, index) => supportSubject(person, id, `${network}.${index + 1}`)));
  return people;
}

/** A challenge with honest votes and those of a farm, as the job sees it. */
async function flagged({ honest = 3, farm = 24 } = {}) {
  const { id } = await makePublicChallenge(author);
  const honestPeople = await votesFrom(id, honest, '198.51.100');
  for (const person of honestPeople) await sayOn(person, id);
  const farmers = await votesFrom(id, farm, '203.0.113');
  await projectCounters(system, [id]);
  const item = (await watchVotes(system, id))!;
  return { id, item, honestPeople, farmers };
}

async function setAside(ctx: Ctx, item: ItemId, over: object = {}): Promise<DecisionId> {
  const { votes } = await getItem(ctx, item);
  const wanted = { action: 'quarantine', reason: 'other', note: 'Một mạng, tài khoản vừa lập', groups: ['A'] };
  return (await decideAs(ctx, item, { ...wanted, evidence: votes!.version, ...over })).id;
}

/** All steps of a decision, as the worker runs them. */
async function run(decision: DecisionId): Promise<void> {
  for (let step: Step | undefined = { decision }; step; ) step = await votesStep(system, step);
}

async function release(ctx: Ctx, subject: string): Promise<void> {
  const { item } = await openItem(ctx, newItemSchema.parse({ subject, reason: 'other' }));
  await decideAs(ctx, item.id, { action: 'release', note: '' });
}

const isExact = async (id: ChallengeId) => (await recountSubject(system, id)).length === 0;

describe('an item', () => {
  it('opens with its evidence, which names nobody, and is brought up to date while it waits', async () => {
    const { id, item, farmers } = await flagged();
    const whole = await getItem(lan, item);
    expect(whole).toMatchObject({ kind: 'votes', subject: { id }, possible: expect.arrayContaining(['quarantine']) });
    expect(whole.votes).toMatchObject({
      version: 1,
      votes: 27,
      groups: [
        { id: 'A', votes: 24, newAccounts: 24, onlyVoted: 24 },
        { id: 'new', votes: 24 },
      ],
    });
    const shown = whole.votes!.signals.map(({ signal, group }) => `${signal} ${group}`);
    expect(shown).toEqual(expect.arrayContaining(['burst A', 'new-accounts A']));
    const [{ network: mark } = { network: '' }] = await listSeenVotes(system, id, after(new Date(), -hour));
    expect(mark).toHaveLength(12);
    const { members: _, ...rest } = (await findEvidence(system, item))!;
    for (const text of [JSON.stringify(rest), JSON.stringify(whole.votes!.hours)]) {
      for (const secret of [personOf(farmers[0]!).slice(4), mark, '203.0.113']) expect(text).not.toContain(secret);
    }
    await votesFrom(id, 6, '203.0.113');
    expect(await watchVotes(system, id)).toBe(item);
    expect((await getItem(lan, item)).votes).toMatchObject({ version: 2, votes: 33, groups: [{ votes: 30 }, {}] });
    expect(await codeOf(setAside(lan, item, { evidence: 1 }))).toBe('version_conflict');
    expect(await codeOf(setAside(lan, item, { groups: ['C'] }))).toBe('invalid_input');
    expect(await codeOf(setAside(lan, item, { groups: [] }))).toBe('invalid_input');
  });

  it('is not opened again for votes that a moderator has seen', async () => {
    const { id, item } = await flagged();
    await decideAs(lan, item, { action: 'approve' });
    expect(await watchVotes(system, id)).toBeUndefined();
    await votesFrom(id, 21, '203.0.113');
    const again = (await watchVotes(system, id))!;
    expect(again).not.toBe(item);
    expect((await getItem(lan, again)).votes).toMatchObject({ votes: 21 });
  });

  it('is not opened for a school whose people take part', async () => {
    const { id } = await makePublicChallenge(author);
    for (const person of await votesFrom(id, 24, '192.0.2')) await sayOn(person, id);
    await projectCounters(system, [id]);
    expect(await watchVotes(system, id)).toBeUndefined();
    expect(await findOpen(system, id, 'votes')).toBeUndefined();
  });
});

describe('votes that are set aside', () => {
  it('are kept and not counted; each of those people is told, and the timeline', async () => {
    const { id, item, farmers, honestPeople } = await flagged();
    const decision = await setAside(lan, item);
    await run(decision);
    const { support, trend } = await sumTally(system, id);
    expect(support).toBe(3);
    expect(trend / trendOf('support', new Date())).toBeCloseTo(6, 2);
    expect(await isExact(id)).toBe(true);
    const [event] = (await listTimeline(system, id, { limit: 1 })).items;
    expect(event).toMatchObject({ type: 'votes_set_aside', actor: null, data: { votes: 24, setAsideFor: 'other' } });
    const [farmer] = farmers as [Ctx];
    expect(await getViewer(farmer, id)).toMatchObject({ supported: true });
    expect(await listMySubjects(farmer, 'vote', { limit: 5 })).toMatchObject({ items: [{ id }], setAside: [id] });
    expect(await listMySubjects(honestPeople[0]!, 'vote', { limit: 5 })).toMatchObject({ setAside: [] });
    const mine = (await listMyDecisions(farmer, { limit: 5 })).items;
    expect(mine).toMatchObject([
      { id: decision, action: 'quarantine', foundBy: 'rule', votes: { count: 24, state: 'done' } },
    ]);
    expect((await listMyDecisions(author, { limit: 100 })).items.filter(({ id }) => id === decision)).toEqual([]);
    expect(await codeOf(getDecision(honestPeople[0]!, decision))).toBe('decision_not_found');
  });

  it('stay exact through a crash in every step, the same step twice, two workers, and people who vote meanwhile', async () => {
    const { id, item, farmers } = await flagged({ farm: 90 });
    const decision = await setAside(lan, item);
    const late = await Promise.all(Array.from({ length: 20 }, () => someone(table)));
    const first = (await votesStep(system, { decision }))!;
    expect(first).toEqual({ decision, from: 40 });
    // Its answer was lost: the message comes again, and another worker has it too.
    await Promise.all([
      votesStep(system, { decision }),
      votesStep(system, first),
      votesStep(system, first),
      ...late.map((person, index) => supportSubject(person, id, `203.0.113.${index + 1}`)),
      ...farmers.slice(80, 85).map((person) => unsupportSubject(person, id)),
    ]);
    await Promise.all([run(decision), run(decision)]);
    // The late ones are none of those that were looked at.
    expect(await supportOf(id)).toBe(3 + 20);
    expect(await isExact(id)).toBe(true);
    const { votes } = (await findDecision(system, decision))!;
    const told = (await listTimeline(system, id, { limit: 5 })).items.filter(({ type }) => type === 'votes_set_aside');
    expect(told).toHaveLength(1);
    expect(told[0]!.data.votes).toBe(votes!.count);
    expect(votes!.count).toBeGreaterThanOrEqual(85);
    await release(lan, id);
    await Promise.all([run(decision), run(decision)]);
    expect(await supportOf(id)).toBe(3 + 20 + 85);
    expect(await isExact(id)).toBe(true);
  });

  it('can be taken back and cast again, and are not counted; what was taken back does not come back', async () => {
    const { id, item, farmers } = await flagged();
    const decision = await setAside(lan, item);
    await run(decision);
    const [gone, again, stays] = farmers as [Ctx, Ctx, Ctx];
    expect(await unsupportSubject(gone, id)).toEqual({ supported: false, support: 3 });
    await Promise.all([unsupportSubject(again, id), unsupportSubject(again, id)]);
    expect(await getViewer(again, id)).toMatchObject({ supported: false });
    expect((await listMySubjects(again, 'vote', { limit: 5 })).items).toEqual([]);
    const casts = await Promise.all([supportSubject(again, id), supportSubject(again, id), supportSubject(stays, id)]);
    expect(casts).toEqual(Array(3).fill({ supported: true, support: 3 }));
    expect(await getViewer(again, id)).toMatchObject({ supported: true });
    expect((await listMySubjects(again, 'vote', { limit: 5 })).items).toHaveLength(1);
    expect(await isExact(id)).toBe(true);
    await release(minh, id);
    await run(decision);
    expect(await supportOf(id)).toBe(3 + 23);
    expect(await isExact(id)).toBe(true);
    expect(await getViewer(gone, id)).toMatchObject({ supported: false });
    expect((await supportSubject(gone, id)).support).toBe(27);
    expect((await unsupportSubject(stays, id)).support).toBe(26);
    expect(await isExact(id)).toBe(true);
    const [event] = (await listTimeline(system, id, { limit: 1 })).items;
    expect(event).toMatchObject({ type: 'votes_counted_again', data: { votes: 24 } });
  });

  it('are counted again though not all were set aside yet; and nothing goes on after that', async () => {
    const { id, item } = await flagged({ farm: 60 });
    const decision = await setAside(lan, item);
    const next = (await votesStep(system, { decision }))!;
    expect(await supportOf(id)).toBe(23);
    await release(lan, id);
    expect(await votesStep(system, { decision })).toBeUndefined();
    expect(await votesStep(system, next)).toBeUndefined();
    expect(await supportOf(id)).toBe(63);
    expect((await findDecision(system, decision))!.votes).toMatchObject({ state: 'released', count: 40 });
    expect(await isExact(id)).toBe(true);
  });

  it('are so also where voting is over', async () => {
    const { id, item, farmers } = await flagged();
    const decision = await setAside(lan, item);
    await closeChallenge(author, id, 'Đã có lời giải');
    await run(decision);
    expect(await supportOf(id)).toBe(3);
    for (const act of [supportSubject, unsupportSubject])
      expect(await codeOf(act(farmers[0]!, id))).toBe('voting_closed');
    await release(lan, id);
    await run(decision);
    expect(await supportOf(id)).toBe(27);
    await projectCounters(system, [id]);
    expect((await getChallenge(author, id)).support).toBe(27);
  });
});

describe('an appeal', () => {
  it('is each person’s own: one vote comes back, those of others stay as they are', async () => {
    const { id, item, farmers, honestPeople } = await flagged();
    const decision = await setAside(lan, item);
    await run(decision);
    const [first, second] = farmers as [Ctx, Ctx];
    expect(await codeOf(appeal(honestPeople[0]!, decision, 'Tôi thì sao?'))).toBe('decision_not_found');
    const mine = await appeal(first, decision, 'Tôi học ở trường này, cả lớp cùng bầu.');
    expect(mine).toMatchObject({ id: decision, appeal: { outcome: null } });
    expect(await codeOf(appeal(first, decision, 'Xin xem lại lần nữa'))).toBe('appealed_already');
    await appeal(second, decision, 'Xin xem lại giúp tôi.');
    const items = await appealsOf(id, decision, [first, second]);
    expect(await codeOf(decideAs(lan, items[0]!, { action: 'overturn' }))).toBe('same_moderator');
    const whole = await getItem(minh, items[0]!);
    expect(whole).toMatchObject({
      possible: ['uphold', 'overturn'],
      voter: { level: 'new' },
      appealed: { id: decision },
    });
    expect(JSON.stringify(whole)).not.toContain((first.actor as PersonActor).name);
    expect(await decideAs(minh, items[0]!, { action: 'overturn', note: 'Là sinh viên thật' })).toMatchObject({
      appeal: { outcome: 'overturn' },
    });
    await decideAs(minh, items[1]!, { action: 'uphold', note: 'Chưa thấy gì khác' });
    expect(await supportOf(id)).toBe(4);
    expect(await isExact(id)).toBe(true);
    expect(await getDecision(second, decision)).toMatchObject({ appeal: { outcome: 'uphold' } });
    expect((await unsupportSubject(first, id)).support).toBe(3);
    await release(lan, id);
    await run(decision);
    expect(await supportOf(id)).toBe(3 + 23);
    expect(await isExact(id)).toBe(true);
  });

  it('that is open when all votes are counted again is settled with them; none is made after that', async () => {
    const { id, item, farmers } = await flagged({ farm: 60 });
    const decision = await setAside(lan, item);
    await run(decision);
    const [waits, late, atOnce] = farmers as [Ctx, Ctx, Ctx];
    await appeal(waits, decision, 'Tôi học ở trường này.');
    const [appealed] = await appealsOf(id, decision, [waits]);
    await claimItem(minh, appealed!);
    await release(lan, id);
    // It comes between what a step has read and what it writes.
    const slow = meanwhile(system, () => appeal(atOnce, decision, 'Còn lượt của tôi?'));
    for (let step: Step | undefined = { decision }; step; ) step = await votesStep(slow, step);
    for (const person of [waits, atOnce])
      expect(await getDecision(person, decision)).toMatchObject({
        appeal: { outcome: 'overturn', reasons: expect.stringContaining('tính lại'), complete: true },
      });
    expect(
      (await getQueue(minh, { kind: 'appeal', limit: 100 })).items.filter(({ subject }) => subject.id === id),
    ).toEqual([]);
    expect(await codeOf(decideAs(minh, appealed!, { action: 'uphold' }))).toBe('item_done');
    expect(await getDecision(late, decision)).toMatchObject({ appealUntil: null });
    expect(await codeOf(appeal(late, decision, 'Tôi cũng vậy'))).toBe('not_appealable');
    expect(await supportOf(id)).toBe(63);
    expect(await isExact(id)).toBe(true);
  });

  it('of an appeal and the step that counts its vote again at once nothing stays open', async () => {
    const { id, item, farmers } = await flagged({ farm: 21 });
    const decision = await setAside(lan, item);
    await run(decision);
    await release(lan, id);
    const back = meanwhile(farmers[0]!, () => run(decision));
    expect(await codeOf(appeal(back, decision, 'Xin xem lại giúp tôi.'))).toBe('not_appealable');
    expect(await findOpenAppeal(system, { subject: id, decision, appellant: personOf(farmers[0]!) })).toBeUndefined();
  });

  async function appealsOf(id: ChallengeId, decision: DecisionId, people: readonly Ctx[]): Promise<ItemId[]> {
    const found = await Promise.all(
      people.map((one) => findOpen(one, id, `appeal#${decision}#${personOf(one)}` as never)),
    );
    return found.map((item) => item!.id);
  }
});

it('evidence that is a month old is gone, and nothing can be decided of it', async () => {
  const { item } = await flagged();
  const stored = (await findEvidence(system, item))!;
  expect(membersOf(stored, ['A', 'new'])).toHaveLength(24);
  const later = { ...lan, now: () => after(new Date(), keptDays.evidence * day) };
  expect((await getItem(later, item)).votes).toBeNull();
  const wanted = { action: 'quarantine', reason: 'other', note: 'Cũ', groups: ['A'], evidence: 1 } as const;
  expect(await codeOf(decideAs(later, item, wanted))).toBe('action_not_possible');
});
