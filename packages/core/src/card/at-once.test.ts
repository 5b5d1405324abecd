/** Changes of state at the same time: each happens once, one of them wins, and the counts equal a recount. */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { closeChallenge, editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { deleteComment, editComment, listComments, postComment } from '../comment/service.ts';
import { subjectOfTallyKey } from '../db/keys.ts';
import { listEvents } from '../event/repo.ts';
import { recountSubject } from '../repair/service.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId, SolutionId, SubjectId } from '../shared/ids.ts';
import { draftSolution, editSolution, getSolution, submitSolution, withdrawSolution } from '../solution/service.ts';
import { supportSubject, unsupportSubject } from '../support/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';

const table = useTable();
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, async () => makeCtx(table, await makePerson(table))));
const remark = { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null } as const;
const reason = 'Đã được giải quyết';

async function raised() {
  const [ctx] = (await people(1)) as [Ctx];
  return { ctx, id: (await raiseChallenge(ctx, makeNewChallenge())).id };
}

const times = <T>(count: number, action: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => action(i));
const sorted = (outcomes: string[]) => outcomes.toSorted();
const eventsOf = async (ctx: Ctx, id: ChallengeId) =>
  (await listEvents(ctx, id, { limit: 100, consistent: true })).items.map(({ type }) => type);

it('one of fifty editors of one version wins, the others get the current one with their refusal', async () => {
  const { ctx, id } = await raised();
  const edits = times(50, (index) => editChallenge(ctx, id, { version: 1, title: `Tiêu đề của người thứ ${index}` }));
  const settled = await Promise.allSettled(edits);
  const losers = settled.flatMap((edit) => (edit.status === 'rejected' ? [edit.reason] : []));
  expect(losers).toHaveLength(49);
  for (const loser of losers) expect(loser).toMatchObject({ code: 'version_conflict', data: { currentVersion: 2 } });
  const winner = settled.findIndex((edit) => edit.status === 'fulfilled');
  expect(await getChallenge(ctx, id)).toMatchObject({ title: `Tiêu đề của người thứ ${winner}`, version: 2 });
  expect(await eventsOf(ctx, id)).toEqual(['challenge_edited', 'challenge_raised']);
});

describe('closing', () => {
  it('twice at once happens once', async () => {
    const { ctx, id } = await raised();
    const outcomes = await outcomesOf(times(5, () => closeChallenge(ctx, id, reason)));
    expect(sorted(outcomes)).toEqual([...times(4, () => 'challenge_not_closable'), 'done']);
    expect(await eventsOf(ctx, id)).toEqual(['challenge_closed', 'challenge_raised']);
  });

  it('is not kept up by an edit, and nothing is edited after it', async () => {
    for (let round = 0; round < 10; round++) {
      const { ctx, id } = await raised();
      const edit = editChallenge(ctx, id, { version: 1, title: 'Một tiêu đề rõ ràng hơn', closesAt: null });
      const [edited, closed] = await outcomesOf([edit, closeChallenge(ctx, id, reason)]);
      expect(closed).toBe('done');
      expect(['done', 'version_conflict', 'challenge_closed']).toContain(edited);
      const title = edited === 'done' ? 'Một tiêu đề rõ ràng hơn' : makeNewChallenge().title;
      expect(await getChallenge(ctx, id)).toMatchObject({ status: 'closed', title });
      expect((await eventsOf(ctx, id))[0]).toBe('challenge_closed');
      await expect(supportSubject(ctx, id)).rejects.toMatchObject({ code: 'voting_closed' });
    }
  });

  it('accepts no vote or comment once it has been acknowledged, and counts every one that was accepted', async () => {
    const { ctx, id } = await raised();
    const voters = await people(60);
    const speakUp = (some: Ctx[]) =>
      Promise.all(some.map((voter) => outcomesOf([supportSubject(voter, id), postComment(voter, id, remark)])));
    const early = speakUp(voters.slice(0, 40));
    await closeChallenge(ctx, id, reason);
    const late = await speakUp(voters.slice(40));
    expect(late).toEqual(times(20, () => ['voting_closed', 'comments_closed']));
    const letIn = (await early).map((outcomes) => outcomes.map((outcome) => outcome === 'done'));
    const votes = letIn.filter(([vote]) => vote).length;
    const comments = letIn.filter(([, comment]) => comment).length;
    expect(await sumTally(ctx, id)).toMatchObject({ support: votes, comments });
    expect(await recountSubject(ctx, id)).toEqual([]);
    expect((await listComments(ctx, id, { limit: 100 })).items).toHaveLength(comments);
  });

  it.each([
    ['a challenge', closeChallenge],
    ['a solution', withdrawSolution],
  ])('of %s refuses what was under way', async (kind, end) => {
    const { ctx, id } = await raised();
    const subject = kind === 'a challenge' ? id : (await draftSolution(ctx, id, makeNewSolution())).id;
    if (subject !== id) await submitSolution(ctx, subject as SolutionId);
    const voters = await people(10);
    const ended = holdCounts(subject);
    const actions = [
      ...voters.map((voter) => supportSubject(voter, subject)),
      ...voters.map((voter) => postComment(voter, subject, remark)),
    ];
    const outcomes = outcomesOf(actions);
    await expect.poll(ended.held).toBe(20);
    await end(ctx, subject as never, reason);
    ended.release();
    expect(new Set(await outcomes)).toEqual(new Set(['voting_closed', 'comments_closed']));
    expect(await sumTally(ctx, subject)).toMatchObject({ support: 0, comments: 0 });
  });
});

/** Keeps transactions that count a vote or a comment on `subject` from reaching the table, until `release` is called. */
function holdCounts(subject: SubjectId) {
  const counts = (key: Record<string, unknown> = {}) => subjectOfTallyKey(String(key.pk)) === subject;
  const { promise, resolve } = Promise.withResolvers<void>();
  let held = 0;
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems = [] } = args.input as TransactWriteCommandInput;
      if (TransactItems.some(({ Update }) => counts(Update?.Key) && Update?.UpdateExpression?.startsWith('ADD'))) {
        held++;
        await promise;
      }
      return next(args);
    },
    { step: 'initialize', name: 'hold' },
  );
  const release = () => {
    table.client.middlewareStack.remove('hold');
    resolve();
  };
  return { held: () => held, release };
}

describe('a solution', () => {
  async function drafted() {
    const { ctx, id } = await raised();
    return { ctx, challenge: id, id: (await draftSolution(ctx, id, makeNewSolution())).id };
  }

  it('submitted five times at once is submitted once', async () => {
    const { ctx, challenge, id } = await drafted();
    const outcomes = await outcomesOf(times(5, () => submitSolution(ctx, id)));
    expect(sorted(outcomes)).toEqual(['done', ...times(4, () => 'solution_not_draft')]);
    expect((await sumTally(ctx, challenge)).solutions).toBe(1);
    expect(await eventsOf(ctx, challenge)).toEqual(['solution_submitted', 'challenge_raised']);
  });

  it('withdrawn five times at once is withdrawn once', async () => {
    const { ctx, challenge, id } = await drafted();
    await submitSolution(ctx, id);
    const outcomes = await outcomesOf(times(5, () => withdrawSolution(ctx, id)));
    expect(sorted(outcomes)).toEqual(['done', ...times(4, () => 'solution_not_withdrawable')]);
    expect((await sumTally(ctx, challenge)).solutions).toBe(0);
    expect(await eventsOf(ctx, challenge)).toEqual(['solution_withdrawn', 'solution_submitted', 'challenge_raised']);
  });

  it('submitted and withdrawn at once counts as what became of it', async () => {
    for (let round = 0; round < 10; round++) {
      const { ctx, challenge, id } = await drafted();
      await outcomesOf([submitSolution(ctx, id), withdrawSolution(ctx, id)]);
      const { status } = await getSolution(ctx, id);
      expect((await sumTally(ctx, challenge)).solutions).toBe(status === 'submitted' ? 1 : 0);
    }
  });

  it('is submitted and withdrawn whatever is edited meanwhile', async () => {
    for (const change of [submitSolution, withdrawSolution]) {
      const { ctx, id } = await drafted();
      const edit = editSolution(ctx, id, { version: 1, title: 'Giải pháp được viết lại' });
      const [edited, changed] = await outcomesOf([edit, change(ctx, id)]);
      expect(changed).toBe('done');
      expect(['done', 'version_conflict', 'solution_not_editable']).toContain(edited);
    }
  });
});

it('a comment deleted five times at once, while it is edited, is one comment less and has no words', async () => {
  const { ctx, id } = await raised();
  const comment = await postComment(ctx, id, remark);
  const edit = editComment(ctx, comment.id, { version: 1, body: 'Nói lại cho rõ' });
  const [edited, ...deleted] = await outcomesOf([edit, ...times(5, () => deleteComment(ctx, comment.id))]);
  expect(['done', 'version_conflict', 'comment_not_found']).toContain(edited);
  expect(deleted).toEqual(times(5, () => 'done'));
  expect((await sumTally(ctx, id)).comments).toBe(0);
  const [left] = (await listComments(ctx, id, { limit: 10 })).items;
  expect(left).toMatchObject({ status: 'deleted', body: '' });
});

it('support that comes and goes, from two windows of ten people, ends as each was last acknowledged', async () => {
  const { ctx, id } = await raised();
  const voters = await people(10);
  const flap = async (voter: Ctx) => {
    for (let round = 0; round < 3; round++) await Promise.all([supportSubject(voter, id), unsupportSubject(voter, id)]);
  };
  await Promise.all(voters.flatMap((voter) => [flap(voter), flap(voter)]));
  await Promise.all(
    voters.map((voter, index) => (index % 2 ? supportSubject(voter, id) : unsupportSubject(voter, id))),
  );
  const { support, trend } = await sumTally(ctx, id);
  expect(support).toBe(5);
  expect(await recountSubject(ctx, id)).toEqual([]);
  const { trend: ofFive } = await trendOfFive();
  expect(trend / ofFive).toBeCloseTo(1, 3);
});

/** The trend of five votes of this minute. */
async function trendOfFive() {
  const { ctx, id } = await raised();
  for (const voter of await people(5)) await supportSubject(voter, id);
  return sumTally(ctx, id);
}

it('one Idempotency-Key sent twenty times at once makes one challenge, one solution, one comment', async () => {
  const { id } = await raised();
  const [ctx] = (await people(1)) as [Ctx];
  const keyed = (): Ctx => ({ ...ctx, idempotencyKey: 'cùng một lần' });
  const made = [
    await Promise.all(times(20, () => raiseChallenge(keyed(), makeNewChallenge()))),
    await Promise.all(times(20, () => draftSolution(keyed(), id, makeNewSolution()))),
    await Promise.all(times(20, () => postComment(keyed(), id, remark))),
  ];
  for (const answers of made) expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect((await sumTally(ctx, id)).comments).toBe(1);
});
