/** An organisation is founded once, with people who have signed in or have not; what is wrong is refused before anything is written. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { requestCode, signInWithCode } from '@hanoi/core/identity/service';
import { findOrganisationBySlug } from '@hanoi/core/organisation/repo';
import { actorOf, findPerson, findPersonId } from '@hanoi/core/person/repo';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, test } from 'vitest';
import { found, readFounding } from './found.ts';

const place = useTable();
const operator = () => makeCtx(place, { kind: 'system', name: 'found-organisation by an' });
const agency = { slug: 'so-y-te', kind: 'agency', name: 'Sở Y tế' };
const run = (options: Parameters<typeof readFounding>[0]) => found(operator(), readFounding(options));

async function personOf(email: string) {
  const id = await findPersonId(operator(), 'email', email);
  return id && findPerson(operator(), id);
}

async function deedsOf(id: string) {
  const { Items } = await place.client.send(
    new QueryCommand({
      TableName: place.tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':pk': id, ':event': 'EVENT#' },
    }),
  );
  return Items;
}

test('it is founded with an owner, an editor and a member, and says who did it and why', async () => {
  const asker = { address: '192.0.2.1' };
  const anonymous = makeCtx(place, { kind: 'anonymous' });
  const { code } = await requestCode(anonymous, 'lan@example.vn', asker);
  const { person } = await signInWithCode(anonymous, { email: 'lan@example.vn', code }, asker);
  const member = ['lan@example.vn:owner', 'minh@example.vn:editor', 'hoa@example.vn:member'];
  const { organisation, isNew, joined } = await run({ ...agency, member, reason: 'Công văn 12' });
  expect([isNew, organisation.name, organisation.kind]).toEqual([true, 'Sở Y tế', 'agency']);
  expect(joined.map(({ was }) => was)).toEqual(['added', 'added with a new account', 'added with a new account']);
  expect((await personOf('lan@example.vn'))!.id).toBe(person.id);
  for (const [email, role] of [
    ['lan@example.vn', 'owner'],
    ['minh@example.vn', 'editor'],
    ['hoa@example.vn', 'member'],
  ] as const)
    expect((await personOf(email))!.memberships).toEqual([{ ...organisation, role }]);
  expect(await deedsOf(organisation.id)).toMatchObject([
    { deed: 'organisation_founded', name: 'Sở Y tế', by: 'found-organisation by an', reason: 'Công văn 12' },
    ...['owner', 'editor', 'member'].map((role) => ({ deed: 'member_added', role, reason: 'Công văn 12' })),
  ]);
});

test('an owner and an editor launch challenges in its name, a member does not', async () => {
  const launch = async (email: string) => {
    const person = (await personOf(email))!;
    const [{ id: organisation } = { id: null }] = person.memberships;
    const ctx = makeCtx(place, { ...actorOf(person), name: 'Người Thử' });
    return raiseChallenge(ctx, makeNewChallenge({ kind: 'launched', organisation, closesAt: null }));
  };
  expect(await launch('lan@example.vn')).toMatchObject({ organisation: { name: 'Sở Y tế' } });
  expect(await launch('minh@example.vn')).toMatchObject({ organisation: { name: 'Sở Y tế' } });
  await expect(launch('hoa@example.vn')).rejects.toMatchObject({ code: 'not_organisation_member' });
});

test('twice the same is once; later people join what is there', async () => {
  const member = ['lan@example.vn:owner'];
  const again = await run({ ...agency, member });
  expect([again.isNew, again.joined[0]!.was]).toEqual([false, 'there already']);
  const before = (await deedsOf(again.organisation.id))!.length;
  const later = await run({ slug: 'so-y-te', member: ['nga@example.vn:editor'] });
  expect([later.organisation.id, later.isNew]).toEqual([again.organisation.id, false]);
  expect(await deedsOf(again.organisation.id)).toHaveLength(before + 1);
});

test('what belongs to another, is nowhere, or would change a role is refused, and nothing is written', async () => {
  const member = ['moi@example.vn:owner'];
  await expect(run({ ...agency, name: 'Sở Xây dựng', member })).rejects.toThrow(
    '“so-y-te” belongs to “Sở Y tế” (agency)',
  );
  await expect(run({ slug: 'khong-co', member })).rejects.toThrow('No organisation has the slug “khong-co”');
  const changed = ['moi@example.vn:owner', 'minh@example.vn:owner'];
  await expect(run({ ...agency, member: changed })).rejects.toThrow('minh@example.vn is a member already, as editor');
  expect(await personOf('moi@example.vn')).toBeUndefined();
});

test('of two who found with one slug at the same moment, one is told to run again', async () => {
  const both = await Promise.allSettled(
    ['Viện Một', 'Viện Hai'].map((name) => run({ slug: 'vien', kind: 'institute', name })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const kept = await findOrganisationBySlug(operator(), 'vien');
  const won = both.find((one) => one.status === 'fulfilled')!;
  expect(won.value.organisation.name).toBe(kept!.name);
});

test.each([
  [{}, 'npm run found-organisation'],
  [{ slug: 'so-y-te' }, 'npm run found-organisation'],
  [{ ...agency, slug: 'Sở Y tế' }, 'A slug has small letters'],
  [{ ...agency, kind: 'sở' }, 'A kind is one of agency, enterprise'],
  [{ ...agency, name: ' ' }, 'A name has 3 to 120 characters.'],
  [{ slug: 'a', name: 'Sở' }, 'A kind is one of agency'],
  [{ ...agency, member: ['lan@example.vn'] }, '“lan@example.vn” names no role'],
  [{ ...agency, member: ['lan@example.vn:boss'] }, 'EMAIL:owner|editor|member'],
  [{ ...agency, member: ['lan:owner'] }, '“lan” is no e-mail address.'],
  [{ ...agency, member: ['lan.v@gmail.com:owner', 'LanV+so@gmail.com:editor'] }, 'is named twice'],
])('%j is refused in words', (options, said) => expect(() => readFounding(options)).toThrow(said));
