import { challengeFilterFields } from '@hanoi/core/challenge/schema';
import { expect, test } from 'vitest';
import { readFields, readWards } from './read-fields.server';

test('what there is none of is left out, the rest is kept', () => {
  const { programme, status, year } = challengeFilterFields;
  const query = new URLSearchParams('programme=P5&status=lost&year=20x6&sort=new');
  expect(readFields({ programme, status, year }, query)).toEqual({ programme: 'P5' });
  expect(readFields({ year }, new URLSearchParams('year= 2026 '))).toEqual({ year: 2026 });
});

test('wards may be several, each once, and only those there are', () => {
  const query = new URLSearchParams('ward=00070&ward=00004&ward=00070&ward=99999&ward=constructor&ward=');
  expect(readWards(query)).toEqual(['00004', '00070']);
  expect(readWards(new URLSearchParams('ward=x'))).toBeUndefined();
});
