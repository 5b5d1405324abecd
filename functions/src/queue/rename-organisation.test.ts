/** An organisation's new name follows to its members and to what was made in its name. */
import { getChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { listComments, postComment } from '@hanoi/core/comment/service';
import { findOrganisation, listMade } from '@hanoi/core/organisation/repo';
import { addMember, foundOrganisation, renameOrganisation } from '@hanoi/core/organisation/service';
import { actorOf, findPerson } from '@hanoi/core/person/repo';
import type { PersonId } from '@hanoi/core/shared/ids';
import { draftSolution, getSolution } from '@hanoi/core/solution/service';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, it } from 'vitest';
import { drainQueues } from '../testing/queues.ts';
import { runConsumer, useStream } from '../testing/stream.ts';

const table = useTable();
const { settle, take } = useStream(table);
const system = makeCtx(table, { kind: 'system', name: 'test' });

/** Somebody who writes in the name of an organisation, and what they wrote. */
async function writer() {
  const slug = `vien-${Math.random().toString(36).slice(2, 8)}`;
  const organisation = await foundOrganisation(system, { slug, name: 'Viện Quy hoạch', kind: 'institute' });
  const { id } = await makePerson(table);
  await addMember(system, organisation.id, id, 'editor');
  const ctx = makeCtx(table, actorOf((await findPerson(system, id))!));
  const inName = { organisation: organisation.id };
  const { id: challenge } = await raiseChallenge(ctx, makeNewChallenge(inName));
  const { id: solution } = await draftSolution(ctx, challenge, makeNewSolution(inName));
  const remark = { body: 'Đúng vậy', stance: 'for', parentId: null, ...inName } as const;
  const { id: comment } = await postComment(ctx, challenge, remark);
  await raiseChallenge(ctx, makeNewChallenge());
  return { ctx, person: id as PersonId, organisation: organisation.id, challenge, solution, comment };
}

it('stands on members, challenges, solutions and comments, and touches nothing made in other names', async () => {
  const { ctx, person, organisation, challenge, solution, comment } = await writer();
  const other = await writer();
  await settle();
  await renameOrganisation(system, organisation, 'Viện Quy hoạch Xây dựng');
  await settle();
  const renamed = { organisation: { id: organisation, name: 'Viện Quy hoạch Xây dựng' } };
  expect(await getChallenge(ctx, challenge)).toMatchObject({ ...renamed, version: 1 });
  expect(await getSolution(ctx, solution)).toMatchObject({ ...renamed, version: 1 });
  const { items } = await listComments(ctx, challenge, { limit: 10 });
  expect(items.find(({ id }) => id === comment)).toMatchObject({ ...renamed, version: 1 });
  expect((await findPerson(system, person))?.memberships).toMatchObject([{ name: 'Viện Quy hoạch Xây dựng' }]);
  expect((await getChallenge(other.ctx, other.challenge)).organisation?.name).toBe('Viện Quy hoạch');
});

it('is the last one, when records are repeated and come the other way round', async () => {
  const { ctx, organisation, challenge } = await writer();
  await settle();
  await renameOrganisation(system, organisation, 'Tên thứ hai');
  await renameOrganisation(system, organisation, 'Tên thứ ba');
  const records = await take();
  for (const order of [records.toReversed(), records, records.slice(0, 1)]) {
    await runConsumer('dispatch', order);
    await drainQueues();
  }
  expect((await getChallenge(ctx, challenge)).organisation?.name).toBe('Tên thứ ba');
});

it('is given by administrators, one at a time', async () => {
  const { ctx, organisation } = await writer();
  await expect(renameOrganisation(ctx, organisation, 'Của tôi')).rejects.toMatchObject({ code: 'not_allowed' });
  const names = Array.from({ length: 5 }, (_, index) => `Viện mang tên ${index}`);
  const outcomes = await Promise.allSettled(names.map((name) => renameOrganisation(system, organisation, name)));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
  expect(refused.filter((code) => code !== 'version_conflict')).toEqual([]);
  // Each that was not refused saw the one before.
  const given = names.length - refused.length;
  expect(await findOrganisation(system, organisation)).toMatchObject({ version: 1 + given });
});

it('what an organisation made is listed by kind', async () => {
  const { organisation, challenge, solution, comment } = await writer();
  const made = async (activity: 'challenge' | 'solution' | 'comment') =>
    (await listMade(system, organisation, activity, { limit: 10 })).items;
  expect(await made('challenge')).toEqual([challenge]);
  expect(await made('solution')).toEqual([solution]);
  expect(await made('comment')).toEqual([comment]);
});
