import { expect, it } from 'vitest';
import { givenRequestId, newRequestId } from './request-id.ts';

it.each([newRequestId(), crypto.randomUUID(), '4bf92f3577b34da6a3ce929d0e0e4736', 'a-client'])(
  '%s is taken as it is',
  (id) => {
    expect(givenRequestId(id)).toBe(id);
  },
);

it.each([
  undefined,
  null,
  '',
  'short',
  'x'.repeat(37),
  'two words',
  'a line\nof its own',
  '{"level":"ERROR"}',
  '<script>alert(1)',
  'một-yêu-cầu',
])('%j is not', (header) => {
  expect(givenRequestId(header)).toBeUndefined();
});

it('no two are the same', () => {
  const made = Array.from({ length: 1_000 }, newRequestId);
  expect(new Set(made).size).toBe(made.length);
});
