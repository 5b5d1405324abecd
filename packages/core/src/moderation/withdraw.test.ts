/** A challenge is taken back while nobody else takes part: not a vote, a comment or an answer is lost with it. */
import { expect, it } from 'vitest';
import { getChallenge } from '../challenge/service.ts';
import { deleteComment } from '../comment/service.ts';
import { decide } from '../decision/testing-decide.ts';
import { follow, unfollow } from '../follow/service.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId } from '../shared/ids.ts';
import { draftSolution } from '../solution/service.ts';
import { supportSubject, unsupportSubject } from '../support/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewSolution, makePublicChallenge } from '../testing/challenge.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { claimItem } from './claim.ts';
import { openFound } from './open.ts';
import { findItem } from './repo.ts';
import { listMyReports } from './report.ts';
import { getItem } from './service.ts';
import { moderator, reportedItem, sayOn, someone } from './testing-moderation.ts';
import { withdrawChallenge } from './withdraw.ts';

const table = useTable();
const mergeInto = (ctx: Ctx, id: ChallengeId, into: ChallengeId) =>
  decide(ctx, id, 'merge', { reason: 'duplicate', into });
const codeOf = async (action: Promise<unknown>) => (await outcomesOf([action]))[0];

async function raised(): Promise<{ author: Ctx; id: ChallengeId }> {
  const author = await someone(table);
  return { author, id: (await makePublicChallenge(author)).id };
}

it('leaves only its makers a view of it, and cannot be undone or repeated', async () => {
  const { author, id } = await raised();
  await supportSubject(author, id);
  await follow(author, id);
  expect(await withdrawChallenge(author, id)).toMatchObject({ status: 'withdrawn' });
  const stranger = await someone(table);
  for (const reader of [stranger, await moderator(table)])
    expect(await codeOf(getChallenge(reader, id))).toBe('challenge_not_found');
  expect((await getChallenge(author, id)).status).toBe('withdrawn');
  expect(await codeOf(withdrawChallenge(author, id))).toBe('challenge_not_withdrawable');
  expect(await codeOf(supportSubject(stranger, id))).toBe('challenge_not_found');
  expect(await codeOf(unsupportSubject(author, id))).toBe('voting_closed');
});

it('is refused once anybody takes part, and possible again when they have taken all of it back', async () => {
  const { author, id } = await raised();
  const other = await someone(table);
  const isRefused = async () => expect(await codeOf(withdrawChallenge(author, id))).toBe('challenge_has_others');
  await supportSubject(author, id);
  await supportSubject(other, id);
  await isRefused();
  await unsupportSubject(other, id);
  const comment = await sayOn(other, id);
  await isRefused();
  await deleteComment(other, comment.id);
  await follow(other, id);
  await isRefused();
  await unfollow(other, id);
  const answered = await raised();
  await draftSolution(other, answered.id, makeNewSolution());
  expect(await codeOf(withdrawChallenge(answered.author, answered.id))).toBe('challenge_has_others');
  expect(await codeOf(withdrawChallenge(other, id))).toBe('not_allowed');
  expect((await withdrawChallenge(author, id)).status).toBe('withdrawn');
});

it('is refused while something is merged into it, also when that happens at this very moment', async () => {
  const { author, id } = await raised();
  const lan = await moderator(table);
  const mergeOne = async () => {
    const other = (await raised()).id;
    await mergeInto(lan, other, id);
    return other;
  };
  const first = await mergeOne();
  expect(await codeOf(withdrawChallenge(author, id))).toBe('challenge_has_others');
  await decide(lan, first, 'unmerge', { reason: 'other' });
  let second: ChallengeId | undefined;
  const atOnce = meanwhile(author, async () => (second = await mergeOne()));
  expect(await codeOf(withdrawChallenge(atOnce, id))).toBe('challenge_has_others');
  const reader = await someone(table);
  expect(await getChallenge(reader, second!)).toMatchObject({ status: 'merged', leadsTo: { id } });
  expect((await getChallenge(reader, id)).status).toBe('open');
  await decide(lan, second!, 'unmerge', { reason: 'other' });
  expect((await withdrawChallenge(author, id)).status).toBe('withdrawn');
  expect(await codeOf(mergeInto(lan, first, id))).toBe('invalid_input');
});

it('of the first merge into it and a withdrawal at once exactly one comes through', async () => {
  for (let round = 0; round < 6; round++) {
    const [{ author, id }, other, lan] = [await raised(), (await raised()).id, await moderator(table)];
    const [taken, merged] = await outcomesOf([withdrawChallenge(author, id), mergeInto(lan, other, id)]);
    expect([
      ['done', 'invalid_input'],
      ['challenge_has_others', 'done'],
    ]).toContainEqual([taken, merged]);
  }
});

it('of a first vote, or a first comment, and a withdrawal at once exactly one comes through', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const { author, id } = await raised();
    const other = await someone(table);
    const act = round % 2 ? () => supportSubject(other, id) : () => sayOn(other, id);
    const [taken, given] = await outcomesOf([withdrawChallenge(author, id), act()]);
    const { support, comments } = await sumTally(author, id);
    const { status } = await getChallenge(author, id);
    outcomes.add(status);
    if (status === 'withdrawn') {
      expect([taken, support + comments]).toEqual(['done', 0]);
      expect(['voting_closed', 'comments_closed', 'challenge_not_found']).toContain(given);
    } else expect([taken, given, support + comments]).toEqual(['challenge_has_others', 'done', 1]);
  }
  expect(outcomes.size).toBeGreaterThan(0);
});

it('ends what waits for moderators about it, also what one of them is at', async () => {
  const { author, id } = await raised();
  const reader = await someone(table);
  const lan = await moderator(table);
  const items = [await reportedItem(reader, id), await openFound(lan, 'duplicate', id)];
  await claimItem(lan, items[0]!);
  await withdrawChallenge(author, id);
  for (const item of items) expect(await findItem(lan, item)).toMatchObject({ status: 'done', claim: null });
  expect(await codeOf(getItem(lan, items[0]!))).toBe('item_not_found');
  const [report] = (await listMyReports(reader, { limit: 5 })).items;
  expect(report).toMatchObject({ outcome: 'acted', subject: { title: '' } });
  expect(await codeOf(claimItem(lan, items[0]!))).toBe('item_done');
});
