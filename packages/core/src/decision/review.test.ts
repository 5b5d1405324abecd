/** Posts that wait for moderators: published in their author's name, in time if they came in time, or sent back. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { closeChallenge, editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { listEvents } from '../event/repo.ts';
import { setFlag } from '../flag/service.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { defaultName } from '../shared/default-name.ts';
import { type ChallengeId, newId, type SubjectId } from '../shared/ids.ts';
import { draftSolution, getSolution, submitSolution } from '../solution/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { decide } from './testing-decide.ts';

const table = useTable();
let author: Ctx;
let other: Ctx;
let moderator: Ctx;
beforeEach(async () => {
  const made = [{}, {}, { roles: ['moderator' as const] }].map(async (over) =>
    makeCtx(table, await makePerson(table, over)),
  );
  [author, other, moderator] = (await Promise.all(made)) as [Ctx, Ctx, Ctx];
});

const switchOn = (on: boolean) => setFlag(makeCtx(table, { kind: 'system', name: 'test' }), 'review', on);
beforeAll(() => switchOn(true));

async function waitingChallenge(): Promise<ChallengeId> {
  return (await raiseChallenge(author, makeNewChallenge())).id;
}

/** Somebody of whom something is public. */
async function known(): Promise<Ctx> {
  const ctx = makeCtx(table, await makePerson(table));
  await switchOn(false);
  await raiseChallenge(ctx, makeNewChallenge());
  await switchOn(true);
  return ctx;
}

const eventsOf = async (id: SubjectId) => (await listEvents(other, id, { limit: 10, consistent: true })).items;

it('a challenge is seen by its author and moderators until it is approved, in its author’s name', async () => {
  const id = await waitingChallenge();
  await expect(getChallenge(other, id)).rejects.toMatchObject({ code: 'challenge_not_found', data: {} });
  for (const ctx of [author, moderator]) expect(await getChallenge(ctx, id)).toMatchObject({ status: 'pending' });
  expect(await eventsOf(id)).toEqual([]);
  await decide(moderator, id, 'approve');
  expect(await getChallenge(other, id)).toMatchObject({ status: 'open', publishedAt: expect.any(String) });
  const { id: person } = author.actor as PersonActor;
  expect(await eventsOf(id)).toMatchObject([{ type: 'challenge_raised', actor: { id: person } }]);
});

it('goes back to its author as a draft, and may be sent again', async () => {
  const id = await waitingChallenge();
  await decide(moderator, id, 'return', { reason: 'off-topic' });
  expect(await getChallenge(author, id)).toMatchObject({ status: 'draft', publishedAt: null });
  await expect(getChallenge(moderator, id)).rejects.toMatchObject({ code: 'challenge_not_found' });
  const { version } = await getChallenge(author, id);
  await editChallenge(author, id, { version, title: 'Một tiêu đề rõ ràng hơn', draft: false });
  expect(await getChallenge(moderator, id)).toMatchObject({ status: 'pending', title: 'Một tiêu đề rõ ràng hơn' });
  await decide(moderator, id, 'approve');
  expect(await getChallenge(other, id)).toMatchObject({ status: 'open' });
  await expect(decide(moderator, id, 'return')).rejects.toMatchObject({ code: 'action_not_possible' });
});

it('a solution sent in time is approved, and counted, also when its challenge has ended meanwhile', async () => {
  const raiser = await known();
  const challenge = (await raiseChallenge(raiser, makeNewChallenge())).id;
  const { id } = await draftSolution(author, challenge, makeNewSolution());
  expect(await submitSolution(author, id)).toMatchObject({ status: 'pending' });
  expect((await sumTally(other, challenge)).solutions).toBe(0);
  await closeChallenge(raiser, challenge, 'Đã có lời giải');
  await decide(moderator, id, 'approve');
  expect(await getSolution(other, id)).toMatchObject({ status: 'submitted', challengeTitle: makeNewChallenge().title });
  expect((await sumTally(other, challenge)).solutions).toBe(1);
  const { id: person } = author.actor as PersonActor;
  expect((await eventsOf(challenge))[0]).toMatchObject({ type: 'solution_submitted', actor: { id: person } });
});

it('of two moderators one decides', async () => {
  const id = await waitingChallenge();
  const outcomes = await outcomesOf([decide(moderator, id, 'approve'), decide(moderator, id, 'return')]);
  expect(outcomes.toSorted()).toEqual(['action_not_possible', 'done']);
  expect(['open', 'draft']).toContain((await getChallenge(author, id)).status);
});

it('holds the first post of somebody, and nothing that comes after one that is public', async () => {
  const ctx = await known();
  expect(await raiseChallenge(ctx, makeNewChallenge())).toMatchObject({ status: 'open' });
  const id = await waitingChallenge();
  await decide(moderator, id, 'approve');
  expect(await raiseChallenge(author, makeNewChallenge())).toMatchObject({ status: 'open' });
  const agency = { id: newId('organisation', author), name: 'Sở', kind: 'agency', role: 'owner' } as const;
  const officer = makeCtx(table, await makePerson(table, { memberships: [agency] }));
  const call = makeNewChallenge({ organisation: agency.id, kind: 'launched' });
  expect(await raiseChallenge(officer, call)).toMatchObject({ status: 'open' });
  expect(await raiseChallenge(moderator, makeNewChallenge())).toMatchObject({ status: 'open' });
});

it('asks for a name before, and takes nothing into a challenge that has ended', async () => {
  const id = newId('person', author);
  const nameless = makeCtx(table, await makePerson(table, { id, name: defaultName(id) }));
  await expect(raiseChallenge(nameless, makeNewChallenge())).rejects.toMatchObject({ code: 'name_required' });
  const raiser = await known();
  const challenge = (await raiseChallenge(raiser, makeNewChallenge())).id;
  const draft = await draftSolution(author, challenge, makeNewSolution());
  await closeChallenge(raiser, challenge, 'Đã có lời giải');
  await expect(submitSolution(author, draft.id)).rejects.toMatchObject({ code: 'challenge_not_open' });
});
