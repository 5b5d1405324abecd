/** A challenge is taken back while nobody else takes part: not a vote, a comment or an answer is lost with it. */
import { expect, it } from 'vitest';
import { getChallenge } from '../challenge/service.ts';
import { deleteComment } from '../comment/service.ts';
import { follow, unfollow } from '../follow/service.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId } from '../shared/ids.ts';
import { draftSolution } from '../solution/service.ts';
import { supportSubject, unsupportSubject } from '../support/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewSolution, makePublicChallenge } from '../testing/challenge.ts';
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
