/** A job is called by a name of the catalogue, and with JSON. */
import { expect, test } from 'vitest';
import { readJob } from './job.ts';

test('a job and what it is called with', () => {
  expect(readJob(['recount', '{"fix":true}'])).toMatchObject({ job: { name: 'recount' }, event: { fix: true } });
  expect(readJob(['figures']).event).toBeUndefined();
});

test.each([[[]], [['nonsense']], [['recount', '{}', 'more']]])('%j is answered by the names', (typed) => {
  expect(() => readJob(typed)).toThrow('recount');
});

test('what is no JSON is said', () => expect(() => readJob(['recount', 'fix'])).toThrow('“fix” is no JSON'));
