/** What is over is over for every write, what answers it at the same instant; and opens again only by the move for that. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeChallenge, editChallenge, getChallenge, raiseChallenge, reopenChallenge } from '../challenge/service.ts';
import { deleteComment, editComment, listComments, postComment } from '../comment/service.ts';
import { cardKey } from '../db/keys.ts';
import { recountSubject } from '../repair/service.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId, SubjectId } from '../shared/ids.ts';
import { hour, minute } from '../shared/time.ts';
import { draftSolution, editSolution, getSolution, submitSolution, withdrawSolution } from '../solution/service.ts';
import { supportSubject, unsupportSubject } from '../support/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';

const table = useTable();
const start = new Date('2026-03-01T08:00:00Z');
const end = new Date('2026-03-01T08:10:06Z');
const clock: Clock = { now: start };
const remark = { body: 'Đúng vậy', stance: 'neutral', parentId: null, organisation: null } as const;
const title = 'Một tiêu đề khác hẳn';

let author: Ctx;
let other: Ctx;
let moderator: Ctx;
beforeEach(async () => {
  clock.now = start;
  author = makeCtx(table, await makePerson(table), clock);
  other = makeCtx(table, await makePerson(table), clock);
  moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }), clock);
});

/** A challenge with a solution, each supported and commented by `other`; the end is given without a fraction. */
async function begun(closesAt: string | null) {
  const challenge = await raiseChallenge(author, makeNewChallenge({ closesAt }));
  const solution = await submitSolution(other, (await draftSolution(other, challenge.id, makeNewSolution())).id);
  const draft = await draftSolution(other, challenge.id, makeNewSolution());
  for (const id of [challenge.id, solution.id]) await supportSubject(other, id);
  return {
    challenge,
    solution,
    draft,
    comment: await postComment(other, challenge.id, remark),
    reply: await postComment(other, solution.id, remark),
  };
}
type World = Awaited<ReturnType<typeof begun>>;

/** Every write about a challenge, its solutions and their comments, with the code it is refused by when it is over. */
const writes: [string, string, (world: World) => Promise<unknown>][] = [
  ['support', 'voting_closed', ({ challenge }) => supportSubject(author, challenge.id)],
  ['support withdrawn', 'voting_closed', ({ challenge }) => unsupportSubject(other, challenge.id)],
  ['a comment', 'comments_closed', ({ challenge }) => postComment(author, challenge.id, remark)],
  ['words of a comment', 'comments_closed', ({ comment }) => editComment(other, comment.id, { body: 'Nói lại' })],
  ['a stance', 'comments_closed', ({ comment }) => editComment(other, comment.id, { stance: 'against' })],
  ['a title', 'challenge_closed', ({ challenge }) => editChallenge(author, challenge.id, { version: 1, title })],
  [
    'a later end',
    'challenge_closed',
    ({ challenge }) => editChallenge(author, challenge.id, { version: 1, closesAt: '2026-03-09T00:00:00.000Z' }),
  ],
  ['a new solution', 'challenge_not_open', ({ challenge }) => draftSolution(author, challenge.id, makeNewSolution())],
  ['a draft of one', 'challenge_not_open', ({ draft }) => editSolution(other, draft.id, { version: 1, title })],
  ['its submission', 'challenge_not_open', ({ draft }) => submitSolution(other, draft.id)],
  ['an edited one', 'challenge_not_open', ({ solution }) => editSolution(other, solution.id, { version: 2, title })],
  ['its support', 'voting_closed', ({ solution }) => supportSubject(author, solution.id)],
  ['its support withdrawn', 'voting_closed', ({ solution }) => unsupportSubject(other, solution.id)],
  ['a comment on it', 'comments_closed', ({ solution }) => postComment(author, solution.id, remark)],
  ['words of that comment', 'comments_closed', ({ reply }) => editComment(other, reply.id, { body: 'Nói lại' })],
];

describe('every write is taken a moment before the end and refused at it', () => {
  it.each(writes)('%s', async (_, code, write) => {
    const world = await begun('2026-03-01T08:10:06Z');
    clock.now = end;
    await expect(write(world)).rejects.toMatchObject({ code });
    clock.now = new Date(end.getTime() + 900);
    await expect(write(world)).rejects.toMatchObject({ code });
    clock.now = new Date(end.getTime() - 1);
    await write(world);
  });
});

describe('every write is refused from a close by hand, before the stream has told any solution', () => {
  it.each(writes)('%s', async (_, code, write) => {
    const world = await begun(null);
    await closeChallenge(moderator, world.challenge.id, 'Đã được giải quyết');
    await expect(write(world)).rejects.toMatchObject({ code });
  });
});

it('what was moved to an earlier end is over at it, its solutions too', async () => {
  const { challenge, solution } = await begun('2026-03-02T00:00:00Z');
  await editChallenge(author, challenge.id, { version: 1, closesAt: end.toISOString() });
  clock.now = end;
  await expect(supportSubject(author, solution.id)).rejects.toMatchObject({ code: 'voting_closed' });
});

it('taking back stays possible: a comment deleted, a solution withdrawn', async () => {
  const { challenge, solution, comment } = await begun(null);
  await closeChallenge(author, challenge.id, 'Đã được giải quyết');
  await deleteComment(other, comment.id);
  expect((await withdrawSolution(other, solution.id)).status).toBe('withdrawn');
});

it('a draft that has waited longer than its own end is opened with a new one only', async () => {
  const { id } = await raiseChallenge(author, makeNewChallenge({ draft: true, closesAt: end.toISOString() }));
  clock.now = end;
  const open = (over: object) => editChallenge(author, id, { version: 1, draft: false, ...over });
  await expect(open({})).rejects.toMatchObject({ code: 'closing_date_invalid' });
  expect((await open({ closesAt: null })).status).toBe('open');
});

describe('a challenge opened again', () => {
  const again = new Date(end.getTime() + hour);
  const reopen = (by: Ctx, id: ChallengeId, closesAt: string | null = again.toISOString()) =>
    reopenChallenge(by, id, { reason: 'Đóng nhầm', closesAt });

  it('takes part as before until its new end, with the votes it had', async () => {
    const { challenge, comment } = await begun('2026-03-01T08:10:06Z');
    clock.now = end;
    await closeChallenge(author, challenge.id, 'Đã hết thời gian');
    await expect(reopen(author, challenge.id)).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(reopen(moderator, challenge.id, start.toISOString())).rejects.toMatchObject({
      code: 'closing_date_invalid',
    });
    const opened = await reopen(moderator, challenge.id);
    expect(opened).toMatchObject({ status: 'open', closesAt: again.toISOString(), closeReason: null });
    await expect(reopen(moderator, challenge.id)).rejects.toMatchObject({ code: 'challenge_not_closed' });
    expect((await supportSubject(other, challenge.id)).support).toBe(1);
    expect((await supportSubject(author, challenge.id)).support).toBe(2);
    await editComment(other, comment.id, { body: 'Nói lại' });
    await draftSolution(author, challenge.id, makeNewSolution());
    clock.now = again;
    await expect(unsupportSubject(other, challenge.id)).rejects.toMatchObject({ code: 'voting_closed' });
    expect(await recountSubject(author, challenge.id)).toEqual([]);
  });

  it('closed and opened again while people vote, loses no vote and counts none twice', async () => {
    const { challenge } = await begun(null);
    const people = await Promise.all(
      Array.from({ length: 40 }, async () => makeCtx(table, await makePerson(table), clock)),
    );
    const votes = people.map(async (person, index) => {
      for (let round = 0; round < 4; round++) {
        const vote = (index + round) % 3 === 0 ? unsupportSubject : supportSubject;
        await vote(person, challenge.id).catch((error) => expect(error.code).toBe('voting_closed'));
      }
    });
    for (let round = 0; round < 4; round++) {
      await closeChallenge(moderator, challenge.id, 'Đã hết thời gian');
      await reopen(moderator, challenge.id, null);
    }
    await Promise.all(votes);
    expect(await recountSubject(author, challenge.id)).toEqual([]);
    await Promise.all(people.map((person) => supportSubject(person, challenge.id)));
    expect((await sumTally(author, challenge.id)).support).toBe(41);
  });

  it('by five moderators at once is opened once', async () => {
    const { challenge } = await begun(null);
    await closeChallenge(author, challenge.id, 'Đã hết thời gian');
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => reopen(moderator, challenge.id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await getChallenge(author, challenge.id)).status).toBe('open');
  });
});

describe('what a parent hides', () => {
  const place = (id: SubjectId, status: string) =>
    table.client.send(
      new UpdateCommand({
        TableName: table.tableName,
        Key: cardKey(id),
        UpdateExpression: 'SET #status = :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status },
      }),
    );
  const deeds: [string, (by: Ctx, world: World) => Promise<unknown>][] = [
    ['is read', (by, { solution }) => getSolution(by, solution.id)],
    ['is supported', (by, { solution }) => supportSubject(by, solution.id)],
    ['has its comments listed', (by, { solution }) => listComments(by, solution.id, { limit: 5 })],
    ['is commented', (by, { solution }) => postComment(by, solution.id, remark)],
  ];

  it.each(deeds)('its solutions are hidden by too: none %s', async (_, deed) => {
    const world = await begun(null);
    clock.now = new Date(start.getTime() + minute);
    const stranger = makeCtx(table, await makePerson(table), clock);
    await place(world.challenge.id, 'hidden');
    await expect(deed(stranger, world)).rejects.toMatchObject({ code: 'solution_not_found' });
    await place(world.challenge.id, 'open');
    await deed(stranger, world);
  });

  it('is still read by those who made it and by moderators, and not said again in a comment', async () => {
    const { challenge, solution, reply } = await begun(null);
    await place(challenge.id, 'hidden');
    for (const by of [author, other, moderator]) expect((await getSolution(by, solution.id)).id).toBe(solution.id);
    const stranger = makeCtx(table, await makePerson(table), clock);
    await expect(getSolution(stranger, solution.id)).rejects.toMatchObject({ code: 'solution_not_found' });
    await place(solution.id, 'hidden');
    const comment = await editComment(other, reply.id, { body: 'Nói lại' }).catch((error) => error);
    expect(comment).toMatchObject({ code: 'comments_closed' });
  });
});
