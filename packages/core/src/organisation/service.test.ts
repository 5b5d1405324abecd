/** Organisations: an address belongs to one of them, and a person is added once, however many do it at the same time. */

import { expect, it } from 'vitest';
import { findPerson } from '../person/repo.ts';
import type { OrganisationRef } from '../shared/membership.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { addMember, foundOrganisation } from './service.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });
const found = (slug: string, name = 'Viện Quy hoạch') =>
  foundOrganisation(system, { slug, name, kind: 'institute', about: '' });

it('gives a slug to one of twenty who found with it at once', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => found('vien', `Viện ${index}`)));
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
  expect(refusals).toEqual(Array(19).fill('organisation_slug_taken'));
});

it('adds a person once, by whom and however often at the same time', async () => {
  const organisation: OrganisationRef = await found('mot-lan');
  const { id } = await makePerson(table);
  await Promise.all(Array.from({ length: 10 }, () => addMember(system, organisation.id, id, 'editor')));
  expect((await findPerson(system, id))?.memberships).toEqual([{ ...organisation, role: 'editor' }]);
});
