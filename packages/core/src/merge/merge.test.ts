/** Merges and their undoing, on the table: whatever follows from them, in any order, all counts are those of the votes. */
import { beforeEach, describe, expect, it } from 'vitest';
import { findCard } from '../card/repo.ts';
import type { Card, ModeratedFields } from '../card/schema.ts';
import { closeChallenge, editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { newCommentSchema } from '../comment/schema.ts';
import { listComments, postComment } from '../comment/service.ts';
import { getItem } from '../db/get.ts';
import { askedKey, listRowKey } from '../db/keys.ts';
import { decide, overturn } from '../decision/testing-decide.ts';
import { listEvents } from '../event/repo.ts';
import { projectRows } from '../listing/repo.ts';
import { recountSubject } from '../repair/service.ts';
import { revisionOf } from '../search/repo.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import type { ChallengeId, ContentId, DecisionId, SolutionId, SubjectId } from '../shared/ids.ts';
import { after, day, iso } from '../shared/time.ts';
import { draftSolution, getSolution, listSolutions, submitSolution } from '../solution/service.ts';
import { supportSubject, unsupportSubject } from '../support/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewChallenge, makeNewSolution, makePublicSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { followMerge, followWholeMerge, type MergePlace } from './follow.ts';
import { answerMerge, listMyMerges } from './service.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-11-03T02:00:00Z') };
const system = makeCtx(table, { kind: 'system', name: 'test' }, clock);
let author: Ctx;
let moderator: Ctx;

const someone = async () => makeCtx(table, await makePerson(table), clock);
const idOf = ({ actor }: Ctx) => (actor as PersonActor).id;
const codeOf = async (act: Promise<unknown>) => (await outcomesOf([act]))[0];
const cardOf = async (id: SubjectId) => (await findCard<Card & ModeratedFields>(system, id, { consistent: true }))!;
const supportOf = async (id: SubjectId) => (await sumTally(system, id)).support;
const raised = async (title = 'Ngập sâu ở ngã tư sau mỗi trận mưa', over = {}) =>
  (await raiseChallenge(await someone(), makeNewChallenge({ title, ...over }))).id;
const merge = (id: ContentId, into: ContentId) => decide(moderator, id, 'merge', { reason: 'duplicate', into });
const unmerge = (id: ContentId) => decide(moderator, id, 'unmerge', { reason: 'other' });

/** Does all that follows from a merge, or from its undoing, as the queue does. The number of steps. */
async function follow(subject: SubjectId, decision: DecisionId): Promise<number> {
  let place: MergePlace | undefined = { subject, decision };
  let steps = 0;
  for (; place; steps++) place = await followMerge(system, place);
  return steps;
}

async function supporters(count: number, ...subjects: SubjectId[]): Promise<Ctx[]> {
  const people = await Promise.all(Array.from({ length: count }, someone));
  for (const subject of subjects) for (const person of people) await supportSubject(person, subject);
  return people;
}

/** No count differs from its votes. */
const recounted = async (...ids: SubjectId[]) =>
  (await Promise.all(ids.map((id) => recountSubject(system, id)))).flat();

beforeEach(async () => {
  clock.now = new Date('2026-11-03T02:00:00Z');
  author = await someone();
  moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }), clock);
});

describe('a merged challenge', () => {
  it('leads to the other one, which names who raised it; nobody takes part in it any more', async () => {
    const [from, into] = [await raised('Nước ngập ở ngã tư khi mưa to'), await raised()];
    await postComment(author, from, newCommentSchema.parse({ body: 'Nhà tôi ngập nửa mét' }));
    await merge(from, into);
    expect(await getChallenge(author, from)).toMatchObject({
      status: 'merged',
      mergedInto: into,
      leadsTo: { id: into, title: 'Ngập sâu ở ngã tư sau mỗi trận mưa' },
    });
    const { author: raiser } = await cardOf(from);
    expect((await getChallenge(author, into)).mergedFrom).toEqual([
      { id: from, title: 'Nước ngập ở ngã tư khi mưa to', author: raiser, organisation: null },
    ]);
    expect(await codeOf(supportSubject(author, from))).toBe('voting_closed');
    expect(await codeOf(postComment(author, from, newCommentSchema.parse({ body: 'Nữa' })))).toBe('comments_closed');
    expect((await listComments(author, from, { limit: 10 })).items).toHaveLength(1);
    const told = async (id: SubjectId) =>
      (await listEvents(system, id, { limit: 10 })).items.find(({ type }) => type === 'challenge_merged');
    expect(await told(from)).toMatchObject({ type: 'challenge_merged', actor: null, data: { into } });
    expect(await told(into)).toMatchObject({
      type: 'challenge_merged',
      data: { into, challenge: from, title: 'Nước ngập ở ngã tư khi mưa to' },
    });
  });

  it('comes back as it was, and closed where its end has come meanwhile', async () => {
    const into = await raised();
    const [open, over] = [await raised(), await raised('Ngập nữa rồi', { closesAt: iso(after(clock.now, 3 * day)) })];
    await Promise.all([open, over].map((id) => merge(id, into)));
    clock.now = after(clock.now, 4 * day);
    await unmerge(open);
    await unmerge(over);
    expect((await getChallenge(author, open)).status).toBe('open');
    expect(await getChallenge(author, over)).toMatchObject({ status: 'closed', closeReason: 'Đã đến ngày kết thúc' });
    expect(await cardOf(open)).toMatchObject({ mergedInto: null, merged: null, unmergesTo: null });
    await supportSubject(author, open);
    expect(await codeOf(supportSubject(author, over))).toBe('voting_closed');
    expect((await getChallenge(author, into)).mergedFrom).toBeUndefined();
  });

  it('is hidden and shown again as a merged one; taken apart while hidden, it comes back open', async () => {
    const [from, into] = [await raised(), await raised()];
    const merged = await merge(from, into);
    await decide(moderator, from, 'hide');
    expect((await getChallenge(author, into)).mergedFrom).toBeUndefined();
    await decide(moderator, from, 'restore');
    expect((await cardOf(from)).status).toBe('merged');
    await decide(moderator, from, 'hide');
    const raiser = makeCtx(table, { ...(author.actor as PersonActor), ...(await cardOf(from)).author }, clock);
    expect(await overturn(raiser, moderator, merged)).toBe(true);
    expect((await cardOf(from)).status).toBe('hidden');
    await decide(moderator, from, 'restore');
    expect((await cardOf(from)).status).toBe('open');
    await supportSubject(author, from);
  });

  it('is refused into what cannot lead anywhere', async () => {
    const [from, hidden, closed, merged] = [await raised(), await raised(), await raised(), await raised()];
    await decide(moderator, hidden, 'hide');
    await closeChallenge(moderator, closed, 'Xong việc');
    await merge(merged, await raised());
    const draft = (await raiseChallenge(author, makeNewChallenge({ draft: true }))).id;
    const { id: solution } = await makePublicSolution(author, from);
    const { id: elsewhere } = await makePublicSolution(author);
    const refusal = async (id: ContentId, into: string) => {
      const error = await merge(id, into as ContentId).catch((thrown) => thrown);
      return error.fields?.[0];
    };
    const cases: [ContentId, string, string][] = [
      [from, from, 'merge_itself'],
      [from, hidden, 'merge_not_found'],
      [from, draft, 'merge_not_found'],
      [from, closed, 'merge_not_open'],
      [from, merged, 'merge_not_open'],
      [from, solution, 'merge_not_found'],
      [from, 'chl_01JDB8N0P4X7K2M9QW5T3RZ6VA', 'merge_not_found'],
      [from, '', 'merge_not_found'],
      [solution, elsewhere, 'merge_elsewhere'],
      [solution, from, 'merge_not_found'],
    ];
    for (const [id, into, code] of cases) expect(await refusal(id, into)).toMatchObject({ path: '/into', code });
    for (const id of [hidden, closed, merged]) expect(await codeOf(merge(id, from))).toBe('action_not_possible');
    await decide(moderator, closed, 'unmerge').catch((error) => expect(error.code).toBe('action_not_possible'));
  });

  it('goes one way, of two that are wanted at once', async () => {
    const [from, one, other] = [await raised(), await raised(), await raised()];
    const outcomes = await outcomesOf([merge(from, one), merge(from, other)]);
    expect(outcomes.filter((outcome) => outcome === 'action_not_possible')).toHaveLength(1);
    // Two into each other: one of them stays.
    const [a, b] = [await raised(), await raised()];
    await outcomesOf([merge(a, b), merge(b, a)]);
    expect([(await cardOf(a)).status, (await cardOf(b)).status].toSorted()).toEqual(['merged', 'open']);
  });

  it('is not undone after the 30th day', async () => {
    const [from, into] = [await raised(), await raised()];
    await merge(from, into);
    clock.now = new Date('2026-12-03T16:59:59Z');
    const lastSecond = await codeOf(unmerge(from));
    expect(lastSecond).not.toBe('action_not_possible');
    await merge(from, into);
    clock.now = new Date('2027-01-02T17:00:00Z');
    expect(await codeOf(unmerge(from))).toBe('action_not_possible');
  });
});

describe('what answers a merged challenge', () => {
  it('goes along, drafts too, and comes back; what was posted to the other one since stays', async () => {
    const [from, into] = [await raised(), await raised('Ngã tư ngập sâu', { programme: 'P2', ward: '00070' })];
    const { id: solution } = await makePublicSolution(author, from);
    const { id: draft } = await draftSolution(author, from, makeNewSolution());
    await supportSubject(moderator, solution);
    const merged = await merge(from, into);
    expect(await codeOf(supportSubject(author, solution))).toBe('voting_closed');
    await follow(from, merged);
    expect(await getSolution(author, solution)).toMatchObject({
      ...{ challengeId: into, challengeTitle: 'Ngã tư ngập sâu', programme: 'P2', ward: '00070', support: 0 },
    });
    await supportSubject(author, solution);
    await submitSolution(author, draft);
    const { id: later } = await makePublicSolution(author, into);
    await projectRows(system, [solution, draft, later]);
    const listed = async (id: ChallengeId) =>
      (await listSolutions(author, id, { sort: 'new', limit: 10 })).items.map((one) => one.id);
    expect((await listed(into)).toSorted()).toEqual([solution, draft, later].toSorted());
    expect(await listed(from)).toEqual([]);
    expect((await sumTally(system, into)).solutions).toBe(3);
    expect((await sumTally(system, from)).solutions).toBe(0);

    await unmerge(from);
    await follow(from, merged);
    await projectRows(system, [solution, draft, later]);
    expect((await listed(from)).toSorted()).toEqual([solution, draft].toSorted());
    expect(await listed(into)).toEqual([later]);
    expect((await sumTally(system, into)).solutions).toBe(1);
    expect((await sumTally(system, from)).solutions).toBe(2);
    expect((await getSolution(author, solution)).programme).toBe('P5');
    expect(await getItem(system, listRowKey(`solutions:${into}`, solution))).toBeUndefined();
    expect(await supportOf(solution)).toBe(2);
    expect(await recounted(from, into, solution)).toEqual([]);
  });

  it('is of a later revision after each way, whatever the versions of its challenges', async () => {
    const [from, into] = [await raised(), await raised()];
    for (let version = 1; version < 6; version++)
      await editChallenge(
        makeCtx(table, { ...(author.actor as PersonActor), ...(await cardOf(from)).author }, clock),
        from,
        { version, tags: [`thẻ ${version}`] },
      );
    const { id } = await makePublicSolution(author, from);
    const revision = async () => revisionOf((await cardOf(id)) as never);
    const revisions = [await revision()];
    const merged = await merge(from, into);
    await follow(from, merged);
    revisions.push(await revision());
    await unmerge(from);
    await follow(from, merged);
    revisions.push(await revision());
    expect(revisions).toEqual([...new Set(revisions)].toSorted((one, other) => one - other));
  });

  it('finds its way back from wherever merges of merges took it, in any order', async () => {
    const where = async (ids: SolutionId[]) =>
      Promise.all(ids.map(async (id) => (await getSolution(author, id)).challengeId));
    for (const order of ['first', 'last'] as const) {
      const [a, b, c] = [await raised(), await raised(), await raised()];
      const solutions = [(await makePublicSolution(author, a)).id, (await makePublicSolution(author, b)).id];
      const first = await merge(a, b);
      await follow(a, first);
      const last = await merge(b, c);
      await follow(b, last);
      expect(await where(solutions)).toEqual([c, c]);
      expect((await getChallenge(author, a)).leadsTo?.id).toBe(c);
      expect((await getChallenge(author, c)).mergedFrom?.map(({ id }) => id)).toEqual([b, a]);
      const steps: [ChallengeId, DecisionId, ChallengeId[]][] = [
        [a, first, [a, order === 'first' ? c : b]],
        [b, last, [order === 'first' ? a : b, b]],
      ];
      for (const [id, decision, expected] of order === 'first' ? steps : steps.toReversed()) {
        await unmerge(id);
        await follow(id, decision);
        expect(await where(solutions), `${order}: ${id === a ? 'a' : 'b'} undone`).toEqual(expected);
      }
      expect(await recounted(a, b, c)).toEqual([]);
      expect((await sumTally(system, c)).solutions).toBe(0);
    }
  });

  it('is taken back by the job that repairs where the message of an undoing was lost, also of one before the merge that stands', async () => {
    const [a, b, c] = [await raised(), await raised(), await raised()];
    const solution = await makePublicSolution(author, a);
    const [moves, waits] = (await supporters(2, a)) as [Ctx, Ctx];
    const first = await merge(a, b);
    await follow(a, first);
    await answerMerge(moves, a, { move: true });
    await unmerge(a);
    const second = await merge(a, c);
    await unmerge(a);
    await followWholeMerge(system, a);
    expect((await getSolution(author, solution.id)).challengeId).toBe(a);
    expect(await Promise.all([a, b, c].map(supportOf))).toEqual([2, 0, 0]);
    for (const { actor } of [moves, waits])
      for (const decision of [first, second])
        expect(
          await getItem(system, askedKey(decision, (actor as PersonActor).id), { consistent: true }),
        ).toBeUndefined();
    const third = await merge(a, b);
    await follow(a, third);
    await unmerge(a);
    await merge(a, c);
    await followWholeMerge(system, a);
    expect((await getSolution(author, solution.id)).challengeId).toBe(c);
    expect(await recounted(a, b, c)).toEqual([]);
    expect((await sumTally(system, b)).solutions).toBe(0);
  });

  it('goes on where it came late: a step runs after the next merge, and again', async () => {
    const [a, b, c] = [await raised(), await raised(), await raised()];
    const { id } = await makePublicSolution(author, a);
    const first = await merge(a, b);
    const last = await merge(b, c);
    await follow(b, last);
    await follow(a, first);
    await follow(a, first);
    expect((await getSolution(author, id)).challengeId).toBe(c);
    // A message was lost: the job that repairs does its work.
    await unmerge(b);
    await follow(b, last);
    await merge(b, c);
    await followWholeMerge(system, b);
    await followWholeMerge(system, c);
    expect((await getSolution(author, id)).challengeId).toBe(c);
    // Undone and merged elsewhere before anything followed.
    await unmerge(a);
    const d = await raised();
    await merge(a, d);
    await follow(a, first);
    expect((await getSolution(author, id)).challengeId).toBe(d);
  });
});

describe('those who supported a merged challenge', () => {
  it('are asked, but for those who support both; move it or leave it, and are counted once', async () => {
    const [from, into] = [await raised(), await raised()];
    const [moves, leaves] = (await supporters(2, from)) as [Ctx, Ctx];
    const [both] = (await supporters(1, from, into)) as [Ctx];
    const merged = await merge(from, into);
    await follow(from, merged);
    const asked = async (ctx: Ctx, query = {}) =>
      (await listMyMerges(ctx, { limit: 10, ...query })).items.map(({ subject, state }) => [subject.id, state]);
    expect(await Promise.all([moves, leaves, both].map((ctx) => asked(ctx)))).toEqual([
      [[from, 'asked']],
      [[from, 'asked']],
      [],
    ]);
    expect(await Promise.all([moves, both].map((ctx) => asked(ctx, { into })))).toEqual([
      [[from, 'asked']],
      [[from, 'both']],
    ]);
    expect([await supportOf(from), await supportOf(into)]).toEqual([3, 1]);
    expect(await answerMerge(moves, from, { move: true })).toMatchObject({ state: 'moved', into: { id: into } });
    await answerMerge(moves, from, { move: true });
    expect(await answerMerge(leaves, from, { move: false })).toMatchObject({ state: 'declined' });
    expect(await answerMerge(both, from, { move: true })).toMatchObject({ state: 'both' });
    expect(await codeOf(answerMerge(author, from, { move: true }))).toBe('nothing_to_move');
    expect(await codeOf(answerMerge(moves, into, { move: true }))).toBe('not_merged');
    expect([await supportOf(from), await supportOf(into)]).toEqual([2, 2]);
    expect(await answerMerge(leaves, from, { move: true })).toMatchObject({ state: 'moved' });
    expect([await supportOf(from), await supportOf(into)]).toEqual([1, 3]);
    expect(await recounted(from, into)).toEqual([]);
  });

  it('get it back when the merge is undone, unless they changed it since; counts stay exact', async () => {
    const [from, into] = [await raised(), await raised()];
    const [stays, withdrew, anew, again] = (await supporters(4, from)) as [Ctx, Ctx, Ctx, Ctx];
    const merged = await merge(from, into);
    for (const ctx of [stays, withdrew, anew, again]) await answerMerge(ctx, from, { move: true });
    const [fresh] = await supporters(1, into);
    await unsupportSubject(withdrew, into);
    await unsupportSubject(anew, into);
    await supportSubject(anew, into);
    await unmerge(from);
    await supportSubject(again, from);
    await follow(from, merged);
    const who = async (id: ChallengeId) => {
      const people = [stays, withdrew, anew, again, fresh!];
      const found = await Promise.all(people.map(async (ctx) => (await getChallenge(ctx, id)).viewer?.supported));
      return found.map(Number);
    };
    expect(await who(from)).toEqual([1, 0, 0, 1, 0]);
    expect(await who(into)).toEqual([0, 0, 1, 0, 1]);
    expect([await supportOf(from), await supportOf(into)]).toEqual([2, 2]);
    expect(await recounted(from, into)).toEqual([]);
    expect((await listMyMerges(stays, { limit: 10 })).items).toEqual([]);
    expect(await getItem(system, askedKey(merged, idOf(stays)), { consistent: true })).toBeUndefined();
  });

  it('get it back from merges of merges, in any order', async () => {
    for (const order of ['first', 'last'] as const) {
      const [a, b, c] = [await raised(), await raised(), await raised()];
      const [early, late, ofB] = [...(await supporters(2, a)), ...(await supporters(1, b))] as [Ctx, Ctx, Ctx];
      const first = await merge(a, b);
      await follow(a, first);
      await answerMerge(early, a, { move: true });
      const last = await merge(b, c);
      await follow(b, last);
      await answerMerge(early, b, { move: true });
      await answerMerge(late, a, { move: true });
      await answerMerge(ofB, b, { move: true });
      const counts = async () => [await supportOf(a), await supportOf(b), await supportOf(c)];
      expect(await counts()).toEqual([0, 0, 3]);
      const steps: [ChallengeId, DecisionId, number[]][] = [
        [a, first, order === 'first' ? [2, 0, 1] : [2, 1, 0]],
        [b, last, order === 'first' ? [2, 1, 0] : [0, 3, 0]],
      ];
      for (const [id, decision, expected] of order === 'first' ? steps : steps.toReversed()) {
        await unmerge(id);
        await follow(id, decision);
        expect(await counts(), order).toEqual(expected);
        expect(await recounted(a, b, c)).toEqual([]);
      }
    }
  });

  it('are asked page by page however many there are, and answers given meanwhile stay', {
    timeout: 120_000,
  }, async () => {
    const [from, into] = [await raised(), await raised()];
    const people = await supporters(450, from);
    const merged = await merge(from, into);
    await answerMerge(people[0]!, from, { move: true });
    const steps = await follow(from, merged);
    // Eight shards of more than fifty, a first step for solutions.
    expect(steps).toBeGreaterThan(9);
    const states = await Promise.all(
      people.map(async ({ actor }) => (await getItem(system, askedKey(merged, (actor as PersonActor).id)))?.state),
    );
    expect(states.filter((state) => state === 'asked')).toHaveLength(449);
    await Promise.all(people.slice(0, 60).map((ctx) => answerMerge(ctx, from, { move: true })));
    expect([await supportOf(from), await supportOf(into)]).toEqual([390, 60]);
    await unmerge(from);
    expect(await codeOf(answerMerge(people[99]!, from, { move: true }))).toBe('not_merged');
    await follow(from, merged);
    expect([await supportOf(from), await supportOf(into)]).toEqual([450, 0]);
    expect(await recounted(from, into)).toEqual([]);
  });
});

describe('a merged solution', () => {
  it('leads to the other one, leaves the count of its challenge, and comes back', async () => {
    const challenge = await raised();
    const [from, into] = [
      (await makePublicSolution(author, challenge)).id,
      (await makePublicSolution(author, challenge)).id,
    ];
    const [person] = (await supporters(1, from)) as [Ctx];
    const merged = await merge(from, into);
    await follow(from, merged);
    expect((await sumTally(system, challenge)).solutions).toBe(1);
    await answerMerge(person, from, { move: true });
    expect([await supportOf(from), await supportOf(into)]).toEqual([0, 1]);
    await unmerge(from);
    await follow(from, merged);
    expect((await sumTally(system, challenge)).solutions).toBe(2);
    expect([await supportOf(from), await supportOf(into)]).toEqual([1, 0]);
    expect(await getSolution(author, from)).toMatchObject({ status: 'submitted', mergedInto: null });
    expect(await recounted(from, into)).toEqual([]);
  });
});
