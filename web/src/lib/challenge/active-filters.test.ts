import { officialProgrammes } from '@hanoi/core/programme/official-list';
import type { OrganisationId } from '@hanoi/core/shared/ids';
import { expect, test } from 'vitest';
import { programmeViews } from '$lib/programme/programme-view';
import { activeFilters } from './active-filters';
import { type ListFilter, listAddress } from './list-address';

const organisation = 'org_1' as OrganisationId;
const programmes = programmeViews(officialProgrammes, 'vi');
const addressOf = (filter: ListFilter) => listAddress('vi', filter);

test('each filter in force stands in words, with the address of the list without it', () => {
  const filter: ListFilter = { ward: ['00004', '00070'], programme: 'P5', organisation, year: 2026 };
  const wards = [
    { code: '00004', name: 'Phường Ba Đình' },
    { code: '00070', name: 'Phường Hoàn Kiếm' },
  ];
  const active = activeFilters({ filter, wards, organisation: null }, programmes, 'vi', addressOf);
  expect(active.map(({ words }) => words)).toEqual([
    'Phường Ba Đình',
    'Phường Hoàn Kiếm',
    'Đô thị, môi trường',
    'Của một tổ chức',
    'Năm 2026',
  ]);
  expect(active[0]?.href).toBe('/challenges?programme=P5&ward=00070&organisation=org_1&year=2026');
  expect(active[4]?.href).toBe('/challenges?programme=P5&ward=00004&ward=00070&organisation=org_1');
});

test('nothing is in force where nothing is asked for', () => {
  expect(
    activeFilters({ filter: { sort: 'top' }, wards: [], organisation: null }, programmes, 'en', addressOf),
  ).toEqual([]);
});
